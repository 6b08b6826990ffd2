DROP FUNCTION rems_paused(uuid);
DROP TABLE firm_pause;
