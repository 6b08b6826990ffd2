-- Commands that clients named with an Idempotency-Key, and what they were answered; kept for a day.
CREATE TABLE idempotency (
    firm_id      uuid        NOT NULL,
    actor        text        NOT NULL,
    key          text        NOT NULL,
    request      text        NOT NULL,   -- method, path and query
    body_hash    text        NOT NULL,   -- SHA-256
    holder       uuid        NOT NULL,   -- the attempt that works on it
    leased_until timestamptz NOT NULL,   -- when another attempt may take over, for the holder must have died
    expires_at   timestamptz NOT NULL,
    status       integer,                -- null while in flight
    content_type text,
    location     text,
    etag         text,
    body         bytea,
    PRIMARY KEY (firm_id, actor, key)
);
SELECT rems_firm_owned('idempotency');
SELECT rems_grant_worker('idempotency', 'SELECT');
-- Finds what has expired.
CREATE INDEX idempotency_expiry ON idempotency (expires_at);
