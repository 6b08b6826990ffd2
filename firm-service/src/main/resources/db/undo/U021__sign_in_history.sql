-- The history of sign-ins is lost here; the events that told of them stay.
DROP TABLE sign_in_record;
