DROP TABLE recurring_occurrence;
DROP TABLE recurring_expense;
DROP TABLE firm_zone;
