-- The support access under which a platform administrator did it: a firm finds there what was done in its name.
ALTER TABLE audit_entry ADD COLUMN support_access uuid;
CREATE INDEX audit_entry_of_support_access ON audit_entry (firm_id, support_access, time, sequence)
    WHERE support_access IS NOT NULL;

-- The digest covers it too. Where there is none nothing is added, so that older entries keep theirs; as every field comes with
-- its length, an entry with one more can be confused with none that has one less. The other function stays for a version
-- that still runs while a deployment rolls.
CREATE FUNCTION audit_digest(
    previous bytea, firm_id uuid, sequence bigint, event_id uuid, type text, source text, subject uuid,
    aggregate_version bigint, actor text, "time" timestamptz, payload text, support_access uuid) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN sha256(previous || convert_to((
        SELECT string_agg(octet_length(field) || ':' || field, '' ORDER BY place)
          FROM unnest(ARRAY[
                   firm_id::text, sequence::text, event_id::text, type, source, subject::text, aggregate_version::text, actor,
                   to_char("time" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), payload, support_access::text])
               WITH ORDINALITY AS f (field, place)), 'UTF8'));
