-- Signs everybody out and forgets lockouts; passwords stay.
DROP TABLE refresh_token;
DROP TABLE sign_in_session;
DROP TABLE sign_in_attempt;
