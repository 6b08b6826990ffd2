DROP INDEX assignment_of_owner;
DROP TABLE merged_owner;
