-- What was not sent yet is never sent.
DROP TABLE mail;
