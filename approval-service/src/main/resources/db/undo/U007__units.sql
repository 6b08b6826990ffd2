COMMENT ON COLUMN property.ownership_version IS NULL;
DROP TABLE unit;
