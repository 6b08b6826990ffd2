-- What happened at sign-in, for the user himself. Failures are kept while the account is not locked, so that nobody can
-- fill the table.
CREATE TABLE sign_in_record (
    id         uuid        NOT NULL PRIMARY KEY,
    user_id    uuid        NOT NULL REFERENCES portal_user,
    at         timestamptz NOT NULL,
    succeeded  boolean     NOT NULL,
    method     text,
    reason     text,
    session_id uuid,
    address    text,
    agent      text
);

-- One user's, newest first.
CREATE INDEX sign_in_record_of_user ON sign_in_record (user_id, at, id);
-- Old ones go in batches.
CREATE INDEX sign_in_record_age ON sign_in_record (at);

SELECT rems_grant_worker('sign_in_record', 'SELECT, INSERT, DELETE');
