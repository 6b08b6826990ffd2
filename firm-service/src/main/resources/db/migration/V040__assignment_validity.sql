-- An assignment holds from since until, not including, until; it can be suspended meanwhile. All of it has defaults that
-- say what held before, so that instances of either version run side by side.
CREATE EXTENSION IF NOT EXISTS btree_gist;

ALTER TABLE assignment
    ADD COLUMN until        timestamptz,                  -- null: for good
    ADD COLUMN started      boolean NOT NULL DEFAULT true, -- false while it waits for since to come
    ADD COLUMN as_primary   boolean NOT NULL DEFAULT false, -- its firm becomes the primary one when it starts
    ADD COLUMN suspended_at timestamptz,
    ADD CONSTRAINT assignment_ends_after_it_begins CHECK (until > since);

-- Nobody is two things in one firm at one time, now, later or in the past. One that was taken back before it began held
-- never. This replaces the index for the current ones, which let none be planned beside the present one.
ALTER TABLE assignment ADD CONSTRAINT assignment_never_overlaps EXCLUDE USING gist (
    firm_id WITH =, user_id WITH =,
    tstzrange(since, CASE WHEN ended_at IS NULL THEN until ELSE greatest(since, ended_at) END) WITH &&);
DROP INDEX assignment_one_active;

-- What time has to start and to end next.
CREATE INDEX assignment_to_start ON assignment (since) WHERE NOT started AND ended_at IS NULL;
CREATE INDEX assignment_to_end ON assignment (until) WHERE until IS NOT NULL AND ended_at IS NULL;
-- Lists of a firm by role, and its administrators.
CREATE INDEX assignment_by_role ON assignment (firm_id, role, user_id);
