-- Failures are counted by e-mail whether or not it is a user's, so that an unknown one takes the same time and locks the same.
CREATE TABLE sign_in_attempt (
    email_key    text        NOT NULL PRIMARY KEY,
    failures     integer     NOT NULL,
    locked_until timestamptz,
    last_at      timestamptz NOT NULL
);

-- Old rows go a few at a time, with each failure.
CREATE INDEX sign_in_attempt_age ON sign_in_attempt (last_at);

-- One sign-in: the family of all refresh tokens that follow from it.
CREATE TABLE sign_in_session (
    id         uuid        NOT NULL PRIMARY KEY,
    user_id    uuid        NOT NULL REFERENCES portal_user,
    started_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ended_at   timestamptz
);

-- Only the hash of a token is kept; spent ones too, or their reuse would not be noticed.
CREATE TABLE refresh_token (
    hash       bytea       NOT NULL PRIMARY KEY,
    session_id uuid        NOT NULL REFERENCES sign_in_session ON DELETE CASCADE,
    issued_at  timestamptz NOT NULL,
    spent_at   timestamptz
);

SELECT rems_grant_worker('sign_in_attempt', 'SELECT, INSERT, UPDATE, DELETE');
SELECT rems_grant_worker('sign_in_session', 'SELECT, INSERT, UPDATE');
SELECT rems_grant_worker('refresh_token', 'SELECT, INSERT, UPDATE');
