DROP TABLE holding;
DROP TABLE ownership;
