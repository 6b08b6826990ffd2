-- What tells one sign-in from another in the list of one's own. Versions that do not know of it yet sign in with passwords only.
ALTER TABLE sign_in_session
    ADD COLUMN method       text NOT NULL DEFAULT 'PASSWORD'
        CONSTRAINT sign_in_session_method CHECK (method IN ('PASSWORD', 'PASSWORD_AND_TOTP', 'PROVIDER')),
    ADD COLUMN address      text,
    ADD COLUMN agent        text,
    ADD COLUMN last_used_at timestamptz,
    ADD COLUMN end_reason   text;

-- One's own open sign-ins, and all that end together.
CREATE INDEX sign_in_session_of_user ON sign_in_session (user_id, id) WHERE ended_at IS NULL;
-- The tokens of a session go with it.
CREATE INDEX refresh_token_of_session ON refresh_token (session_id);
