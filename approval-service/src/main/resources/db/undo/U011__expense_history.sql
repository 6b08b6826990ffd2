DROP TABLE expense_history;
