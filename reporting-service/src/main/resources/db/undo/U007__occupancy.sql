DROP TABLE occupancy_change;
DROP TABLE lease;
