-- Lists of a firm's people become slow, and show the profile of whom it has merely invited.
DROP VIEW user_locked;
DROP INDEX sign_in_attempt_locked;
DROP INDEX portal_user_by_status;
DROP INDEX assignment_by_role;
CREATE INDEX assignment_by_role ON assignment (firm_id, role, user_id);
DROP INDEX assignment_by_status;
DROP INDEX assignment_by_age;
DROP INDEX assignment_by_email;
DROP INDEX assignment_by_name;
DROP INDEX assignment_in_firm;
CREATE INDEX assignment_in_firm ON assignment (firm_id, user_id);
ALTER POLICY portal_user_of_firm ON portal_user USING (
    EXISTS (SELECT FROM assignment a
             WHERE a.user_id = portal_user.id AND a.firm_id = (SELECT rems_current_firm())));
ALTER TABLE assignment
    ALTER COLUMN user_status DROP NOT NULL,
    ALTER COLUMN user_language DROP NOT NULL,
    ALTER COLUMN user_email DROP NOT NULL,
    ALTER COLUMN user_name DROP NOT NULL;
DO
$$
BEGIN
    EXECUTE format('CREATE POLICY filled_by_owner ON assignment TO %I USING (true)', rems_role('owner'));
    EXECUTE format('CREATE POLICY read_by_owner ON portal_user FOR SELECT TO %I USING (true)', rems_role('owner'));
END
$$;
