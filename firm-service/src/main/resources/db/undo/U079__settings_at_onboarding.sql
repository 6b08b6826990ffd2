DROP POLICY across_firms ON firm_setting_change;
DO $$ BEGIN EXECUTE format('REVOKE INSERT ON firm_setting_change, firm_setting FROM %I', rems_role('worker')); END $$;
