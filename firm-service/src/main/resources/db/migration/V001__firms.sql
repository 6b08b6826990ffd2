-- A firm is the unit of isolation, so its own row is firm-owned too: it sees itself and no other.
CREATE TABLE firm (
    firm_id    uuid        NOT NULL PRIMARY KEY,
    name       text        NOT NULL,
    legal_name text,
    email      text        NOT NULL,
    currency   char(3)     NOT NULL,
    time_zone  text        NOT NULL,
    status     text        NOT NULL CHECK (status IN ('ACTIVE', 'SUSPENDED', 'CLOSED')),
    created_at timestamptz NOT NULL,
    version    bigint      NOT NULL
);

SELECT rems_firm_owned('firm');
-- Names and e-mails identify a firm to people, so each is there once among all firms. Keys of a firm's own rows begin
-- with firm_id; these stand apart, for the work across firms.
CREATE TABLE firm_directory (
    firm      uuid NOT NULL PRIMARY KEY REFERENCES firm,
    name_key  text NOT NULL CONSTRAINT firm_name_unique UNIQUE,
    email_key text NOT NULL CONSTRAINT firm_email_unique UNIQUE
);
SELECT rems_grant_worker('firm_directory', 'SELECT, INSERT');

-- Platform administrators create and list firms; sign-in and the gateway's look-up read them.
SELECT rems_grant_worker('firm', 'SELECT, INSERT');
