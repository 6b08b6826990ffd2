-- Why a firm is not active, and since when: its people are told. Absent for a firm that never changed.
ALTER TABLE firm
    ADD COLUMN status_reason text,
    ADD COLUMN status_since  timestamptz;

-- Platform administrators suspend and close firms. The policy for work across firms is there already.
DO $$ BEGIN EXECUTE format('GRANT UPDATE ON firm TO %I', rems_role('worker')); END $$;
