DROP TABLE linkable;
