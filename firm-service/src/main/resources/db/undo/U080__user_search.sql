-- Lists of users become slow, and tell nothing of sign-ins.
DROP VIEW user_activity;
DROP INDEX sign_in_session_latest;
DROP INDEX portal_user_by_age;
DROP INDEX portal_user_by_email;
DROP INDEX portal_user_by_name;
DROP INDEX portal_user_search;
