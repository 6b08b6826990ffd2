-- What a disabled user becomes again when he is enabled.
ALTER TABLE portal_user ADD COLUMN enabled_as text CHECK (enabled_as IN ('INVITED', 'ACTIVE'));

-- Who asked for a new password, whether or not it is anybody's e-mail: the asking takes the same time either way, for what
-- follows is done later.
CREATE TABLE password_reset_request (
    id        uuid        NOT NULL PRIMARY KEY,
    email_key text        NOT NULL CONSTRAINT password_reset_request_once UNIQUE,
    asked_at  timestamptz NOT NULL
);

SELECT rems_grant_worker('password_reset_request', 'SELECT, INSERT, DELETE');
