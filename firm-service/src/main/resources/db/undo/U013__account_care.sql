-- Who asked a moment ago asks again. Disabled users become INVITED or ACTIVE by hand.
DROP TABLE password_reset_request;
ALTER TABLE portal_user DROP COLUMN enabled_as;
