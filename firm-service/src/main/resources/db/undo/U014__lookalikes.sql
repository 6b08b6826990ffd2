-- Names of today are not compared with those of tomorrow any more.
DROP TABLE lookalike;
