DROP TABLE occupancy;
DROP TABLE lease_co_tenant;
DROP TABLE lease;
-- Nothing else uses it.
DROP EXTENSION btree_gist;
