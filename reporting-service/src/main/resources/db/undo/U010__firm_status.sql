ALTER TABLE firm DROP COLUMN status_position;
