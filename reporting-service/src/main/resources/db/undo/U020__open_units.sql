DROP TABLE property_status;
DROP TABLE unit;
