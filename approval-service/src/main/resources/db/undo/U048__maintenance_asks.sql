DROP TABLE maintenance_order;
DROP TABLE maintenance_ask;
