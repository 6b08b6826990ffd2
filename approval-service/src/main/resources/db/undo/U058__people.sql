-- What other services have told is lost here; it comes again where the consumers people and owners begin anew.
DROP TABLE owner;
DROP TABLE portal_user;
