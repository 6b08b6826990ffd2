ALTER TABLE firm_time_zone DROP COLUMN version;
