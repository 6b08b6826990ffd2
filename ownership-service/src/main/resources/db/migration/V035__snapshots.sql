-- What is left to tell of a firm that is being told of anew: at most one at a time, gone once it is through. Whoever goes on
-- with it holds the row.
CREATE TABLE snapshot (
    firm_id        uuid        NOT NULL,
    job_id         uuid        NOT NULL,
    actor          text        NOT NULL,
    support_access uuid,
    part           text        NOT NULL CHECK (part IN ('OWNERS', 'PROPERTIES', 'UNITS', 'OWNERSHIP', 'VALUATIONS')),
    after          uuid        NOT NULL,              -- the last one of the part that was told of
    told           jsonb       NOT NULL DEFAULT '{}', -- how many of each part
    total          bigint,                            -- null until they were counted
    failures       integer     NOT NULL DEFAULT 0,    -- in a row
    due_at         timestamptz NOT NULL,
    PRIMARY KEY (firm_id)
);
SELECT rems_firm_owned('snapshot');
SELECT rems_grant_worker('snapshot', 'SELECT');

-- What is due, whatever firm's.
CREATE INDEX snapshot_due ON snapshot (due_at);
