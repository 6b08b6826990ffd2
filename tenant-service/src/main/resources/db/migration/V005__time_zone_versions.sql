-- A firm may move to another time zone: the newest of what it told counts, whatever comes late.
ALTER TABLE firm_time_zone ADD COLUMN version bigint NOT NULL DEFAULT 0;
