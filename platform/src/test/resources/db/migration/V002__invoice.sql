CREATE TABLE invoice (
    firm_id uuid NOT NULL,
    id      uuid NOT NULL,
    number  text NOT NULL,
    due     date,
    amount  bigint NOT NULL,
    PRIMARY KEY (firm_id, id)
);
SELECT rems_firm_owned('invoice');
