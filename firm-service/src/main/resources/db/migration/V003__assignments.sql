-- What a user is in a firm. Ended rows stay: they are the history.
CREATE TABLE assignment (
    firm_id      uuid        NOT NULL REFERENCES firm,
    id           uuid        NOT NULL,
    user_id      uuid        NOT NULL REFERENCES portal_user,
    role         text        NOT NULL,
    access_level text        NOT NULL,
    owner_id     uuid,
    tenant_id    uuid,
    since        timestamptz NOT NULL,
    ended_at     timestamptz,
    version      bigint      NOT NULL,
    PRIMARY KEY (firm_id, id),
    CONSTRAINT assignment_owner_linked CHECK (role <> 'OWNER' OR owner_id IS NOT NULL),
    CONSTRAINT assignment_tenant_linked CHECK (role <> 'TENANT' OR tenant_id IS NOT NULL),
    CONSTRAINT assignment_one_link CHECK (owner_id IS NULL OR tenant_id IS NULL)
);

CREATE UNIQUE INDEX assignment_one_active ON assignment (firm_id, user_id) WHERE ended_at IS NULL;
-- The firms of a user: at sign-in, for the gateway, and for the choice of the primary one.
CREATE INDEX assignment_of_user ON assignment (user_id) WHERE ended_at IS NULL;
-- The users of a firm, also those who left: the policy below.
CREATE INDEX assignment_in_firm ON assignment (firm_id, user_id);

SELECT rems_firm_owned('assignment');
-- Granting and ending look at all firms of the user.
SELECT rems_grant_worker('assignment', 'SELECT, INSERT, UPDATE');

-- The firm that is meant when the user names none. A column holds one at most, whatever happens at once; that it is the
-- firm of an active assignment whenever there is one, is decided under the lock of this row.
ALTER TABLE portal_user ADD COLUMN primary_firm uuid REFERENCES firm;

-- A firm sees the users who work or worked in it, and changes none of them.
SELECT rems_shared('portal_user', 'SELECT');
CREATE POLICY portal_user_of_firm ON portal_user FOR SELECT USING (
    EXISTS (SELECT FROM assignment a
             WHERE a.user_id = portal_user.id AND a.firm_id = (SELECT rems_current_firm())));
