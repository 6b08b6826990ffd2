-- Forgets from where people signed in; they stay signed in.
DROP INDEX refresh_token_of_session;
DROP INDEX sign_in_session_of_user;
ALTER TABLE sign_in_session
    DROP COLUMN method,
    DROP COLUMN address,
    DROP COLUMN agent,
    DROP COLUMN last_used_at,
    DROP COLUMN end_reason;
