-- Loses the phone numbers.
DO $$ BEGIN EXECUTE format('REVOKE DELETE ON credential FROM %I', rems_role('worker')); END $$;
ALTER TABLE portal_user DROP COLUMN phone;
