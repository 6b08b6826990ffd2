-- Loses what firms said of people who have not come yet.
DROP POLICY read_by_owner ON portal_user;
DROP POLICY filled_by_owner ON assignment;
DROP TRIGGER portal_user_changed ON portal_user;
DROP FUNCTION portal_user_gives_profile();
DROP TRIGGER assignment_accepted ON assignment;
DROP TRIGGER assignment_granted ON assignment;
DROP FUNCTION assignment_takes_profile();
ALTER TABLE assignment
    DROP COLUMN user_status,
    DROP COLUMN user_language,
    DROP COLUMN user_email,
    DROP COLUMN user_name,
    DROP COLUMN accepted;
