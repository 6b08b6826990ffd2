-- Nonces given out and not used yet: each is good for one sign-in. Expired ones go a few at a time, when others come.
CREATE TABLE provider_nonce (
    nonce      text        NOT NULL PRIMARY KEY,
    provider   text        NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX provider_nonce_age ON provider_nonce (expires_at);

-- Who a user is at a provider, from his first sign-in through it. An e-mail may pass to somebody else; a subject does not.
CREATE TABLE provider_subject (
    issuer   text        NOT NULL,
    subject  text        NOT NULL,
    user_id  uuid        NOT NULL REFERENCES portal_user,
    bound_at timestamptz NOT NULL,
    PRIMARY KEY (issuer, subject),
    CONSTRAINT provider_subject_one_a_user UNIQUE (user_id, issuer)
);

SELECT rems_grant_worker('provider_nonce', 'SELECT, INSERT, UPDATE, DELETE');
-- DELETE is for operators who take a bond away.
SELECT rems_grant_worker('provider_subject', 'SELECT, INSERT, DELETE');
