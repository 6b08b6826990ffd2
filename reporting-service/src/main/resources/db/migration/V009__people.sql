-- Who works in which firm: users belong to none, so what they do is joined with this when it is read.
CREATE TABLE assignment (
    firm_id  uuid    NOT NULL,
    id       uuid    NOT NULL,
    position bigint  NOT NULL,
    user_id  uuid    NOT NULL,
    role     text,
    over     boolean NOT NULL,
    PRIMARY KEY (firm_id, id)
);
CREATE INDEX assignment_running ON assignment (firm_id, user_id) INCLUDE (role) WHERE NOT over;
SELECT rems_firm_owned('assignment');
SELECT rems_grant_worker('assignment', 'SELECT');

-- When each user last signed in.
CREATE TABLE user_activity (
    user_id        uuid        NOT NULL PRIMARY KEY,
    last_signed_in timestamptz NOT NULL
);
CREATE INDEX user_activity_latest ON user_activity (last_signed_in);

-- Sign-ins in quarters of an hour, the largest step in which every time zone's day begins with a row.
CREATE TABLE user_sign_in (
    user_id   uuid        NOT NULL,
    slot      timestamptz NOT NULL,
    succeeded integer     NOT NULL,
    failed    integer     NOT NULL,
    PRIMARY KEY (user_id, slot)
);

-- The same for all users together, in the scope of what belongs to no firm.
CREATE TABLE sign_in_total (
    firm_id   uuid        NOT NULL,
    slot      timestamptz NOT NULL,
    succeeded integer     NOT NULL,
    failed    integer     NOT NULL,
    PRIMARY KEY (firm_id, slot)
);
SELECT rems_firm_owned('sign_in_total');
SELECT rems_grant_worker('sign_in_total', 'SELECT');

-- What users do is written in the scope of no firm; a firm sees it of those who work there.
ALTER TABLE user_activity ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_activity FORCE ROW LEVEL SECURITY;
ALTER TABLE user_sign_in ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_sign_in FORCE ROW LEVEL SECURITY;
SELECT rems_shared('user_activity', 'SELECT, INSERT, UPDATE');
SELECT rems_shared('user_sign_in', 'SELECT, INSERT, UPDATE');
SELECT rems_grant_worker('user_activity', 'SELECT');

CREATE POLICY recorded ON user_activity
    USING ((SELECT rems_current_firm()) = '00000000-0000-0000-0000-000000000000'::uuid)
    WITH CHECK ((SELECT rems_current_firm()) = '00000000-0000-0000-0000-000000000000'::uuid);
CREATE POLICY recorded ON user_sign_in
    USING ((SELECT rems_current_firm()) = '00000000-0000-0000-0000-000000000000'::uuid)
    WITH CHECK ((SELECT rems_current_firm()) = '00000000-0000-0000-0000-000000000000'::uuid);
CREATE POLICY of_firm ON user_activity FOR SELECT USING (
    EXISTS (SELECT FROM assignment a
             WHERE a.firm_id = (SELECT rems_current_firm()) AND a.user_id = user_activity.user_id AND NOT a.over));
CREATE POLICY of_firm ON user_sign_in FOR SELECT USING (
    EXISTS (SELECT FROM assignment a
             WHERE a.firm_id = (SELECT rems_current_firm()) AND a.user_id = user_sign_in.user_id AND NOT a.over));
