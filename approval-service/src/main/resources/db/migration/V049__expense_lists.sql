-- What was spent with a vendor, newest first.
CREATE INDEX expense_by_vendor ON expense (firm_id, vendor_id, expense_date, id) WHERE vendor_id IS NOT NULL;
-- What was spent in a category, and in a type of it.
CREATE INDEX expense_by_category ON expense (firm_id, category_id, expense_date, id);
CREATE INDEX expense_by_type ON expense (firm_id, type_id, expense_date, id) WHERE type_id IS NOT NULL;
-- What was spent on a unit.
CREATE INDEX expense_by_unit ON expense (firm_id, unit_id, expense_date, id) WHERE unit_id IS NOT NULL;
-- What somebody submitted.
CREATE INDEX expense_by_submitter ON expense (firm_id, submitter, expense_date, id) WHERE submitter IS NOT NULL;
