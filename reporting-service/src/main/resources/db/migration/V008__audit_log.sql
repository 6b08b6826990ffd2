-- The digest of one entry: SHA-256 over the digest before it and the entry's fields in this order, each with its length in
-- bytes in front, so that no two entries can be confused. Here, so that appending and checking cannot drift apart.
CREATE FUNCTION audit_digest(
    previous bytea, firm_id uuid, sequence bigint, event_id uuid, type text, source text, subject uuid,
    aggregate_version bigint, actor text, "time" timestamptz, payload text) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN sha256(previous || convert_to((
        SELECT string_agg(octet_length(field) || ':' || field, '' ORDER BY place)
          FROM unnest(ARRAY[
                   firm_id::text, sequence::text, event_id::text, type, source, subject::text, aggregate_version::text, actor,
                   to_char("time" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), payload])
               WITH ORDINALITY AS f (field, place)), 'UTF8'));

-- The end of a firm's chain. Appending updates this row, which makes writers wait for one another: no gaps, no forks.
CREATE TABLE audit_chain (
    firm_id  uuid   NOT NULL PRIMARY KEY,
    sequence bigint NOT NULL,
    digest   bytea  NOT NULL
);
SELECT rems_firm_owned('audit_chain');

CREATE TABLE audit_entry (
    firm_id           uuid        NOT NULL,
    sequence          bigint      NOT NULL,
    event_id          uuid        NOT NULL,
    type              text        NOT NULL,
    source            text        NOT NULL,
    subject           uuid        NOT NULL,
    aggregate_version bigint      NOT NULL,
    actor             text        NOT NULL,
    time              timestamptz NOT NULL,
    payload           json        NOT NULL, -- json, not jsonb: the digest is over the very text
    digest            bytea       NOT NULL,
    PRIMARY KEY (firm_id, sequence)
);
SELECT rems_firm_owned('audit_entry');

-- The service itself can only add.
DO $$
BEGIN
    EXECUTE format('REVOKE UPDATE, DELETE ON audit_entry FROM %I', rems_role('app'));
    EXECUTE format('REVOKE DELETE ON audit_chain FROM %I', rems_role('app'));
END
$$;

-- The log newest first, and the same for one entity, one actor, one type.
CREATE INDEX audit_entry_by_time ON audit_entry (firm_id, time, sequence);
CREATE INDEX audit_entry_of_subject ON audit_entry (firm_id, subject, time, sequence);
CREATE INDEX audit_entry_of_actor ON audit_entry (firm_id, actor, time, sequence);
CREATE INDEX audit_entry_of_type ON audit_entry (firm_id, type, time, sequence);
