DROP INDEX assignment_past;
DROP INDEX assignment_scheduled;
DROP INDEX assignment_suspended;
DROP INDEX assignment_ended;
DROP INDEX assignment_present;
DO
$$
BEGIN
    EXECUTE format('CREATE POLICY filled_by_owner ON assignment TO %I USING (true)', rems_role('owner'));
    EXECUTE format('CREATE POLICY filled_by_owner ON assignment_word TO %I USING (true) WITH CHECK (true)', rems_role('owner'));
END
$$;
