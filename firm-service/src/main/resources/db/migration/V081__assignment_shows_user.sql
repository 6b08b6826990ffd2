-- A firm's lists of people are sorted, searched and filtered by what stood with the user only, so that each page read all of
-- a firm's people. Now each assignment carries what its firm may see of him: his profile once he has come (accepted), and
-- until then what the firm itself said of him when it invited him. Filled by V082.
ALTER TABLE assignment
    ADD COLUMN accepted      boolean NOT NULL DEFAULT true,
    ADD COLUMN user_name     text,
    ADD COLUMN user_email    text,
    ADD COLUMN user_language text,
    ADD COLUMN user_status   text;

-- Kept by triggers, and so in the transaction that changes the profile, whoever changes it: instances of the version before,
-- too, while a deployment rolls.
CREATE FUNCTION assignment_takes_profile() RETURNS trigger
    LANGUAGE plpgsql
AS
$$
BEGIN
    SELECT u.name, u.email, u.language, u.status
      INTO NEW.user_name, NEW.user_email, NEW.user_language, NEW.user_status
      FROM portal_user u WHERE u.id = NEW.user_id;
    RETURN NEW;
END
$$;
CREATE TRIGGER assignment_granted BEFORE INSERT ON assignment
    FOR EACH ROW WHEN (NEW.user_name IS NULL) EXECUTE FUNCTION assignment_takes_profile();
CREATE TRIGGER assignment_accepted BEFORE UPDATE OF accepted ON assignment
    FOR EACH ROW WHEN (NEW.accepted AND NOT OLD.accepted) EXECUTE FUNCTION assignment_takes_profile();

-- Whoever has left a firm stays there as he was.
CREATE FUNCTION portal_user_gives_profile() RETURNS trigger
    LANGUAGE plpgsql
AS
$$
BEGIN
    UPDATE assignment
       SET user_name = NEW.name, user_email = NEW.email, user_language = NEW.language, user_status = NEW.status
     WHERE user_id = NEW.id AND accepted AND ended_at IS NULL;
    RETURN NULL;
END
$$;
CREATE TRIGGER portal_user_changed AFTER UPDATE ON portal_user
    FOR EACH ROW
    WHEN (ROW(OLD.name, OLD.email, OLD.language, OLD.status) IS DISTINCT FROM ROW(NEW.name, NEW.email, NEW.language, NEW.status))
    EXECUTE FUNCTION portal_user_gives_profile();

-- The owner of the tables sees no firm's rows either; V082 has to, V083 takes it back.
DO
$$
BEGIN
    EXECUTE format('CREATE POLICY filled_by_owner ON assignment TO %I USING (true)', rems_role('owner'));
    EXECUTE format('CREATE POLICY read_by_owner ON portal_user FOR SELECT TO %I USING (true)', rems_role('owner'));
END
$$;
