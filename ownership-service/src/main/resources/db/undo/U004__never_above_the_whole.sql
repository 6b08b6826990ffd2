DROP TRIGGER ownership_period_keeps_history ON ownership_period;
DROP TRIGGER ownership_never_above_the_whole ON ownership_period;
DROP TRIGGER ownership_period_touches_property ON ownership_period;
DROP FUNCTION ownership_keep_history();
DROP FUNCTION ownership_check_whole();
DROP FUNCTION ownership_touch_property();
DROP AGGREGATE ownership_common_denominator(numeric);
ALTER TABLE property DROP COLUMN ownership_version;
