DROP TABLE valuation;
DROP FUNCTION valuation_keep_history();
