ALTER TABLE sign_in_challenge DROP COLUMN method;
