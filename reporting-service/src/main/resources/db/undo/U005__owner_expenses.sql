DROP TABLE owner_expenses;
DROP TABLE expense_part;
