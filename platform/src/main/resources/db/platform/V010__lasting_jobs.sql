-- A job whose work stands in a table of its own outlives the process that did its last piece: another one goes on with it.
ALTER TABLE job ADD COLUMN lasting boolean NOT NULL DEFAULT false;
