ALTER TABLE unit DROP COLUMN archival_at, DROP COLUMN archived;
ALTER TABLE property DROP COLUMN archival_at, DROP COLUMN archived;
