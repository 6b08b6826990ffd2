DROP TABLE ownership_period;
