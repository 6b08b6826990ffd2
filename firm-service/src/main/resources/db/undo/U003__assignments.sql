-- Afterwards nobody works in any firm; users and firms stay.
DROP POLICY portal_user_of_firm ON portal_user;
DO $$ BEGIN EXECUTE format('REVOKE SELECT ON portal_user FROM %I', rems_role('app')); END $$;
ALTER TABLE portal_user DROP COLUMN primary_firm;
DROP TABLE assignment;
