-- A platform administrator's time in a firm: asked for with a reason, limited, visible to the firm. Ended rows are the history.
CREATE TABLE support_access (
    firm_id    uuid        NOT NULL REFERENCES firm,
    id         uuid        NOT NULL,
    user_id    uuid        NOT NULL REFERENCES portal_user,
    -- As it was then: a firm does not see the users of REMS itself.
    user_name  text        NOT NULL,
    reason     text        NOT NULL,
    read_only  boolean     NOT NULL,
    granted_at timestamptz NOT NULL,
    until      timestamptz NOT NULL,
    ended_at   timestamptz,
    ended_by   text CHECK (ended_by IN ('TIME', 'OPERATOR', 'FIRM')),
    version    bigint      NOT NULL,
    PRIMARY KEY (firm_id, id),
    CONSTRAINT support_access_is_limited CHECK (until > granted_at)
);

-- For the gateway's look-up, and two requests at once.
CREATE UNIQUE INDEX support_access_one_open ON support_access (firm_id, user_id) WHERE ended_at IS NULL;
-- Those whose time is over, and a user's own list of firms.
CREATE INDEX support_access_due ON support_access (until) WHERE ended_at IS NULL;
CREATE INDEX support_access_of_user ON support_access (user_id) WHERE ended_at IS NULL;
-- A firm's list, the newest first.
CREATE INDEX support_access_history ON support_access (firm_id, granted_at, id);

SELECT rems_firm_owned('support_access');
-- Asked for and looked up across firms.
SELECT rems_grant_worker('support_access', 'SELECT, INSERT, UPDATE');
