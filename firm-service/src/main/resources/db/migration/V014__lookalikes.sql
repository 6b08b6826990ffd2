-- What e-mails and firm names look like to people, as Unicode sees it; each look is there once. E-mails that are all
-- ASCII may share one: people tell modern from modem, and had both before.
CREATE TABLE lookalike (
    kind     text    NOT NULL CHECK (kind IN ('EMAIL', 'FIRM_NAME')),
    skeleton text    NOT NULL,
    plain    boolean NOT NULL,
    owner    uuid    NOT NULL,
    PRIMARY KEY (kind, skeleton)
);

-- Whoever takes another look gives the one before back.
CREATE INDEX lookalike_of_owner ON lookalike (owner);

SELECT rems_grant_worker('lookalike', 'SELECT, INSERT, UPDATE, DELETE');
