DROP TABLE owner;
DROP TABLE property;
DROP TABLE firm;
