-- People are looked for (with the trigrams that V051 brings) by any part of their name or e-mail, among all of them.
CREATE INDEX portal_user_search ON portal_user USING gin (name gin_trgm_ops, email gin_trgm_ops)
    WITH (fastupdate = off);
-- Pages of all users, in the orders that lists offer.
CREATE INDEX portal_user_by_name ON portal_user (name, id);
CREATE INDEX portal_user_by_email ON portal_user (email, id);
CREATE INDEX portal_user_by_age ON portal_user (created_at, id);
-- When somebody signed in last.
CREATE INDEX sign_in_session_latest ON sign_in_session (user_id, started_at);

-- What a firm may know of its users' sign-ins, and no more. It runs with the rights of the tables' owner, whom forced
-- row-level security shows the users of the current firm only.
CREATE VIEW user_activity AS
    SELECT u.id AS user_id,
           (SELECT a.locked_until FROM sign_in_attempt a WHERE a.email_key = u.email_key) AS locked_until,
           (SELECT max(s.started_at) FROM sign_in_session s WHERE s.user_id = u.id) AS last_sign_in_at
      FROM portal_user u;

SELECT rems_shared('user_activity', 'SELECT');
