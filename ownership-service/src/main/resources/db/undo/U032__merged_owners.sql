DROP INDEX owner_merged;
ALTER TABLE owner
    DROP CONSTRAINT owner_merged_at_some_time,
    DROP CONSTRAINT owner_not_merged_into_himself,
    DROP CONSTRAINT owner_merged_into,
    DROP COLUMN merged_at,
    DROP COLUMN merged_into;
