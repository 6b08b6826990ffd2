DROP TABLE tally;
DROP TABLE counted;
