-- How far the read models of a firm have come. Every projection touches this row first, so that one writer at a time
-- works for a firm, from whichever topic its event came; the row is therefore also the lock that keeps counters right.
CREATE TABLE freshness (
    firm_id uuid        NOT NULL PRIMARY KEY,
    as_of   timestamptz NOT NULL
);
SELECT rems_firm_owned('freshness');
SELECT rems_grant_worker('freshness', 'SELECT');
