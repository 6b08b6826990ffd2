DROP TABLE credential;
DROP TABLE portal_user;
