DROP TABLE category_turn;
ALTER TABLE expense_type DROP active;
ALTER TABLE expense_category DROP CONSTRAINT expense_category_not_its_own_parent, DROP active;
