-- Sessions that are over, with the tokens of their families, go in batches: an unknown refresh token is refused like a spent one.
CREATE INDEX sign_in_session_over ON sign_in_session (coalesce(ended_at, expires_at));

DO $$ BEGIN EXECUTE format('GRANT DELETE ON sign_in_session TO %I', rems_role('worker')); END $$;
