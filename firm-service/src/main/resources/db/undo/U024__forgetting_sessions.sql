-- Sessions that are over are kept from here on.
DO $$ BEGIN EXECUTE format('REVOKE DELETE ON sign_in_session FROM %I', rems_role('worker')); END $$;
DROP INDEX sign_in_session_over;
