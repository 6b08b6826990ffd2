-- Row-level security lets no trigram index stand before it, for comparing with a pattern is not leakproof; comparing words is.
-- So each assignment keeps the words of its name and e-mail, and a search finds the people one of whose words begins so,
-- in a firm of any size. Filled by V087.
CREATE TABLE assignment_word (
    firm_id       uuid NOT NULL,
    assignment_id uuid NOT NULL,
    word          text NOT NULL COLLATE "C",
    PRIMARY KEY (firm_id, assignment_id, word),
    FOREIGN KEY (firm_id, assignment_id) REFERENCES assignment ON DELETE CASCADE
);
CREATE INDEX assignment_by_word ON assignment_word (firm_id, word, assignment_id);
SELECT rems_firm_owned('assignment_word');
SELECT rems_grant_worker('assignment_word', 'SELECT, INSERT, DELETE');

-- In the transaction that grants, or changes the name, whoever does it: instances of the version before, too.
CREATE FUNCTION assignment_tells_words() RETURNS trigger
    LANGUAGE plpgsql
AS
$$
BEGIN
    INSERT INTO assignment_word (firm_id, assignment_id, word)
    SELECT t.firm_id, t.id, unnest(rems_words(t.user_name || ' ' || t.user_email)) FROM told t;
    RETURN NULL;
END
$$;
CREATE TRIGGER assignment_told AFTER INSERT ON assignment
    REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION assignment_tells_words();

CREATE FUNCTION assignment_changes_words() RETURNS trigger
    LANGUAGE plpgsql
AS
$$
BEGIN
    DELETE FROM assignment_word WHERE firm_id = NEW.firm_id AND assignment_id = NEW.id;
    INSERT INTO assignment_word (firm_id, assignment_id, word)
    SELECT NEW.firm_id, NEW.id, unnest(rems_words(NEW.user_name || ' ' || NEW.user_email));
    RETURN NULL;
END
$$;
CREATE TRIGGER assignment_renamed AFTER UPDATE ON assignment
    FOR EACH ROW
    WHEN (ROW(OLD.user_name, OLD.user_email) IS DISTINCT FROM ROW(NEW.user_name, NEW.user_email))
    EXECUTE FUNCTION assignment_changes_words();

-- The owner of the tables sees no firm's rows either; V087 has to, V088 takes it back.
DO
$$
BEGIN
    EXECUTE format('CREATE POLICY filled_by_owner ON assignment TO %I USING (true)', rems_role('owner'));
    EXECUTE format('CREATE POLICY filled_by_owner ON assignment_word TO %I USING (true) WITH CHECK (true)', rems_role('owner'));
END
$$;
