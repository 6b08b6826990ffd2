DROP TABLE imported_decision;
