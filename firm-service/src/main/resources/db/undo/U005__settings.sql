-- All firms are back at the defaults.
DROP TABLE firm_setting;
