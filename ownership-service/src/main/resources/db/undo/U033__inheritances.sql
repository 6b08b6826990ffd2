ALTER TABLE transfer DROP CONSTRAINT transfer_of_inheritance;
DROP TABLE inheritance_heir;
DROP TABLE inheritance;
