DROP TABLE lookalike_of_before;
