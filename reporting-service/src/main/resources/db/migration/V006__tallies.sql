-- What each thing is counted as at present: 'property', 'user.ADMIN', 'expense.PENDING' ... or nothing any more.
CREATE TABLE counted (
    firm_id  uuid   NOT NULL,
    id       uuid   NOT NULL,
    position bigint NOT NULL,
    measure  text,
    PRIMARY KEY (firm_id, id)
);
SELECT rems_firm_owned('counted');

-- The counts themselves: some thirty rows a firm, whatever its size.
CREATE TABLE tally (
    firm_id uuid   NOT NULL,
    measure text   NOT NULL,
    amount  bigint NOT NULL,
    PRIMARY KEY (firm_id, measure)
) WITH (fillfactor = 50);
SELECT rems_firm_owned('tally');
SELECT rems_grant_worker('tally', 'SELECT');
