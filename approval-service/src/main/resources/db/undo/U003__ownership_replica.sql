DROP TABLE ownership_period;
DROP TABLE property;
