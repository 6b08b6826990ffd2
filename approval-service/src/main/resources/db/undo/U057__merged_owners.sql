DROP TABLE merged_owner;
