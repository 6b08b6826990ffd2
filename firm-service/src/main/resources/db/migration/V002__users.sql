-- One login for all firms a person works in, so a user belongs to none of them.
CREATE TABLE portal_user (
    id                     uuid        NOT NULL PRIMARY KEY,
    email                  text        NOT NULL,
    -- What makes two addresses the same (normalised, lower case); the application computes it, for lower() knows no Unicode forms.
    email_key              text        NOT NULL CONSTRAINT portal_user_email_unique UNIQUE,
    name                   text        NOT NULL,
    language               text        NOT NULL CHECK (language IN ('en', 'ar')),
    status                 text        NOT NULL CHECK (status IN ('INVITED', 'ACTIVE', 'DISABLED')),
    platform_administrator boolean     NOT NULL,
    created_at             timestamptz NOT NULL,
    version                bigint      NOT NULL
);

CREATE INDEX portal_user_administrators ON portal_user (id) WHERE platform_administrator;

-- Apart from the user, so that no firm's transaction can read a hash: only the worker role may.
CREATE TABLE credential (
    user_id       uuid        NOT NULL PRIMARY KEY REFERENCES portal_user,
    password_hash text        NOT NULL,
    changed_at    timestamptz NOT NULL
);

-- Nobody but the worker role sees a user until a policy says so: the one with the assignments does.
ALTER TABLE portal_user ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal_user FORCE ROW LEVEL SECURITY;
SELECT rems_grant_worker('portal_user', 'SELECT, INSERT, UPDATE');
SELECT rems_grant_worker('credential', 'SELECT, INSERT, UPDATE');
