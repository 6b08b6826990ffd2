-- Holidays are lost.
DROP TABLE holiday;
ALTER TABLE firm_zone DROP COLUMN weekend;
