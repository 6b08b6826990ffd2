DROP POLICY across_firms ON firm_time_zone;
DO
$$
BEGIN
    EXECUTE format('REVOKE SELECT ON firm_time_zone FROM %I', rems_role('worker'));
END
$$;
DROP TABLE scheduled_transfer;
