-- Loses validity and suspension: what was planned or suspended becomes active, unless it is taken away first.
DROP INDEX assignment_by_role;
DROP INDEX assignment_to_end;
DROP INDEX assignment_to_start;
CREATE UNIQUE INDEX assignment_one_active ON assignment (firm_id, user_id) WHERE ended_at IS NULL;
ALTER TABLE assignment DROP CONSTRAINT assignment_never_overlaps;
ALTER TABLE assignment
    DROP CONSTRAINT assignment_ends_after_it_begins,
    DROP COLUMN suspended_at,
    DROP COLUMN as_primary,
    DROP COLUMN started,
    DROP COLUMN until;
DROP EXTENSION btree_gist;
