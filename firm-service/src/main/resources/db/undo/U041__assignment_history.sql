DROP TABLE assignment_change;
