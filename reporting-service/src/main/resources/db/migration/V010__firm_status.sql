-- What a firm is called and whether it works change by events of their own, so each has a position of its own.
ALTER TABLE firm ADD COLUMN status_position bigint NOT NULL DEFAULT 0;
UPDATE firm SET status_position = position;
ALTER TABLE firm ALTER COLUMN status_position DROP DEFAULT;
