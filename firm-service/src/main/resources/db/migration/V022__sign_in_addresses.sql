-- Failures by network (an address, or the /64 of an IPv6 one), so that guessing along many accounts becomes slow, too.
CREATE TABLE sign_in_network (
    network  text        NOT NULL PRIMARY KEY,
    failures integer     NOT NULL,
    last_at  timestamptz NOT NULL
);

-- Old rows go a few at a time, with each failure.
CREATE INDEX sign_in_network_age ON sign_in_network (last_at);

SELECT rems_grant_worker('sign_in_network', 'SELECT, INSERT, UPDATE, DELETE');
