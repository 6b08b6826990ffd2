DROP INDEX expense_by_submitter;
DROP INDEX expense_by_unit;
DROP INDEX expense_by_type;
DROP INDEX expense_by_category;
DROP INDEX expense_by_vendor;
