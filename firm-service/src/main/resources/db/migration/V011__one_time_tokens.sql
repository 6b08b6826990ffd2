-- The secrets in links that people get by mail. Only their hashes are kept; one of each purpose a user, so that a new
-- one replaces the earlier; spent ones stay, so that a second use is told apart from an invented token.
CREATE TABLE one_time_token (
    user_id    uuid        NOT NULL REFERENCES portal_user,
    purpose    text        NOT NULL CHECK (purpose IN ('INVITATION', 'PASSWORD_RESET', 'EMAIL_CHANGE')),
    hash       bytea       NOT NULL CONSTRAINT one_time_token_hash UNIQUE,
    -- The address that is to become the user's, where that is the purpose.
    email      text,
    issued_at  timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    spent_at   timestamptz,
    PRIMARY KEY (user_id, purpose)
);

SELECT rems_grant_worker('one_time_token', 'SELECT, INSERT, UPDATE, DELETE');
