DROP POLICY filled_by_owner ON assignment;
DROP POLICY read_by_owner ON portal_user;
ALTER TABLE assignment
    ALTER COLUMN user_name SET NOT NULL,
    ALTER COLUMN user_email SET NOT NULL,
    ALTER COLUMN user_language SET NOT NULL,
    ALTER COLUMN user_status SET NOT NULL;

-- Of people who have not come yet a firm sees what it said of them, and nothing of their login.
ALTER POLICY portal_user_of_firm ON portal_user USING (
    EXISTS (SELECT FROM assignment a
             WHERE a.user_id = portal_user.id AND a.firm_id = (SELECT rems_current_firm()) AND a.accepted));
DROP INDEX assignment_in_firm;
CREATE INDEX assignment_in_firm ON assignment (firm_id, user_id) INCLUDE (accepted);

-- Pages of a firm's people, in the orders that lists offer, and by role and status.
CREATE INDEX assignment_by_name ON assignment (firm_id, user_name, id);
CREATE INDEX assignment_by_email ON assignment (firm_id, user_email, id);
CREATE INDEX assignment_by_age ON assignment (firm_id, since, id);
CREATE INDEX assignment_by_status ON assignment (firm_id, user_status, user_name, id);
DROP INDEX assignment_by_role;
CREATE INDEX assignment_by_role ON assignment (firm_id, role, user_name, id);
-- The same of all users; roles across firms.
CREATE INDEX portal_user_by_status ON portal_user (status, name, id);

-- Who is locked out is found from the few failures, not from the many users; by the rights that user_activity has.
CREATE INDEX sign_in_attempt_locked ON sign_in_attempt (locked_until) WHERE locked_until IS NOT NULL;
CREATE VIEW user_locked AS
    SELECT u.id AS user_id, s.locked_until
      FROM sign_in_attempt s
      JOIN portal_user u ON u.email_key = s.email_key
     WHERE s.locked_until IS NOT NULL;
SELECT rems_shared('user_locked', 'SELECT');
