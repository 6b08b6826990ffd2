ALTER TABLE unit DROP COLUMN note, DROP COLUMN parking_spaces, DROP COLUMN living_rooms, DROP COLUMN status;
