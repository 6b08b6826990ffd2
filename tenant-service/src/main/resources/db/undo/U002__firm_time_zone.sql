DROP TABLE firm_time_zone;
