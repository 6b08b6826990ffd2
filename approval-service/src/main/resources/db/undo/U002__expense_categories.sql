DROP TABLE expense_type;
DROP TABLE expense_category;
