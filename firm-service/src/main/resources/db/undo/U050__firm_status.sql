-- Forgets why firms are suspended or closed; that they are, stays.
DO $$ BEGIN EXECUTE format('REVOKE UPDATE ON firm FROM %I', rems_role('worker')); END $$;
ALTER TABLE firm DROP COLUMN status_since, DROP COLUMN status_reason;
