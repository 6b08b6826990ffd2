DROP TABLE firm_directory;
DROP TABLE firm;
