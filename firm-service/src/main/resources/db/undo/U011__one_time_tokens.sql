-- Links that were mailed are void; people are invited, or ask, again.
DROP TABLE one_time_token;
