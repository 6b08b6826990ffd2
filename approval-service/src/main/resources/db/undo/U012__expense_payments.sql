DROP TABLE expense_payment;
