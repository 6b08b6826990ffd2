DROP TABLE waiting_expense;
DROP TABLE routing_turn;
DROP TABLE expense_route;
DROP TABLE policy_value;
