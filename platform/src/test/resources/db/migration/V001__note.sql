CREATE TABLE note (
    firm_id uuid   NOT NULL,
    id      uuid   NOT NULL,
    text    text   NOT NULL,
    version bigint NOT NULL DEFAULT 1,
    PRIMARY KEY (firm_id, id)
);
SELECT rems_firm_owned('note');
SELECT rems_grant_worker('note', 'SELECT');
