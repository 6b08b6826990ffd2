DROP TABLE unit;
DROP TABLE property;
