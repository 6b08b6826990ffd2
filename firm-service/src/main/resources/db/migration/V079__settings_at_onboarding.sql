-- A firm may begin with settings of its own: they are set with it, in one transaction across firms.
DO $$ BEGIN EXECUTE format('GRANT INSERT ON firm_setting TO %I', rems_role('worker')); END $$;
SELECT rems_grant_worker('firm_setting_change', 'INSERT');
