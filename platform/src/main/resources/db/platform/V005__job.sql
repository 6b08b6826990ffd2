-- Long work that a client asked for and looks after: how far it is, and what came of it.
CREATE TABLE job (
    firm_id     uuid        NOT NULL,
    id          uuid        NOT NULL,
    kind        text        NOT NULL,
    actor       text        NOT NULL,
    state       text        NOT NULL CHECK (state IN ('RUNNING', 'SUCCEEDED', 'FAILED')),
    done        bigint      NOT NULL DEFAULT 0,
    total       bigint,                            -- null while unknown
    errors      text        NOT NULL DEFAULT '[]', -- JSON: field, code, message of each item that failed
    result      text,                              -- JSON
    started_at  timestamptz NOT NULL,
    touched_at  timestamptz NOT NULL,              -- while it runs: a sign of life
    finished_at timestamptz,
    PRIMARY KEY (firm_id, id)
);
SELECT rems_firm_owned('job');
SELECT rems_grant_worker('job', 'SELECT');
-- Finds the interrupted and the old.
CREATE INDEX job_touched ON job (state, touched_at);
