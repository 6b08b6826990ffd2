ALTER TABLE assignment ADD CONSTRAINT assignment_never_overlaps EXCLUDE USING gist (
    firm_id WITH =, user_id WITH =,
    tstzrange(since, CASE WHEN ended_at IS NULL THEN until ELSE greatest(since, ended_at) END) WITH &&);
DROP INDEX assignment_one_current;
