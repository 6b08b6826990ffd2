-- Mail on its way out, written in the transaction of what it tells. It goes to people, so it belongs to no firm, and its
-- words hold links that open accounts: only the worker role may read them, and they go as soon as the mail has gone.
CREATE TABLE mail (
    id         uuid        NOT NULL PRIMARY KEY,
    template   text        NOT NULL,
    addressee  uuid        NOT NULL,
    recipient  text        NOT NULL,
    language   text        NOT NULL,
    words      text,
    queued_at  timestamptz NOT NULL,
    -- Also the end of a carrier's lease: whoever takes a mail moves this, so that no other takes it meanwhile.
    due_at     timestamptz NOT NULL,
    attempts   integer     NOT NULL,
    settled_at timestamptz,
    outcome    text CHECK (outcome IN ('SENT', 'GIVEN_UP')),
    failure    text,
    CONSTRAINT mail_secrets_wiped CHECK (settled_at IS NULL OR words IS NULL)
);

-- What is due now, looked for every second.
CREATE INDEX mail_due ON mail (due_at) WHERE settled_at IS NULL;
-- A newer mail of the same kind replaces one that has not gone yet.
CREATE INDEX mail_waiting ON mail (addressee, template) WHERE settled_at IS NULL;
-- Old ones go a few at a time.
CREATE INDEX mail_age ON mail (settled_at) WHERE settled_at IS NOT NULL;

SELECT rems_grant_worker('mail', 'SELECT, INSERT, UPDATE, DELETE');
