-- The secret is encrypted by the application, under a key that is not in the database.
CREATE TABLE second_factor (
    user_id      uuid        NOT NULL PRIMARY KEY REFERENCES portal_user,
    state        text        NOT NULL CHECK (state IN ('OFFERED', 'ACTIVE')),
    secret       text        NOT NULL,
    -- The time step of the last code: no code is good twice.
    last_step    bigint      NOT NULL,
    failures     integer     NOT NULL,
    closed_until timestamptz,
    offered_at   timestamptz NOT NULL,
    enrolled_at  timestamptz
);

-- Only hashes; used ones stay, so that the rest can be counted.
CREATE TABLE recovery_code (
    user_id uuid  NOT NULL REFERENCES second_factor ON DELETE CASCADE,
    hash    bytea NOT NULL,
    used_at timestamptz,
    PRIMARY KEY (user_id, hash)
);

-- A sign-in whose password was right and that waits for its code, or for a second factor to be set up.
CREATE TABLE sign_in_challenge (
    hash       bytea       NOT NULL PRIMARY KEY,
    user_id    uuid        NOT NULL REFERENCES portal_user,
    purpose    text        NOT NULL CHECK (purpose IN ('CODE', 'ENROLMENT')),
    expires_at timestamptz NOT NULL
);

-- Those that nobody answered go a few at a time, with each new one.
CREATE INDEX sign_in_challenge_age ON sign_in_challenge (expires_at);

SELECT rems_grant_worker('second_factor', 'SELECT, INSERT, UPDATE, DELETE');
SELECT rems_grant_worker('recovery_code', 'SELECT, INSERT, UPDATE, DELETE');
SELECT rems_grant_worker('sign_in_challenge', 'SELECT, INSERT, UPDATE, DELETE');
