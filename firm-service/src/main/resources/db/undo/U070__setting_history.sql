DROP TABLE firm_setting_change;
