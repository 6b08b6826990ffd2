-- The exclusion over periods cost more with every row: at some hundred thousand, a GiST index over two identifiers and a
-- period reads many of its pages to find that nothing overlaps. What must never be is two assignments that have begun and not
-- ended; that needs a unique index only. What is planned or past is compared under the lock of the user's row.
CREATE UNIQUE INDEX assignment_one_current ON assignment (firm_id, user_id) WHERE started AND ended_at IS NULL;
ALTER TABLE assignment DROP CONSTRAINT assignment_never_overlaps;
