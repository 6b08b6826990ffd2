-- Loses the logos of all firms.
DROP TABLE firm_logo;
