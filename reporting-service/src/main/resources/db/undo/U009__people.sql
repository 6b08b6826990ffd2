-- Overviews of users begin anew: the events that made them are read again once the tables are back.
DROP TABLE sign_in_total;
DROP TABLE user_sign_in;
DROP TABLE user_activity;
DROP TABLE assignment;
