-- Categories and types that are not offered for further expenses stay where expenses already are.
ALTER TABLE expense_category
    ADD active boolean NOT NULL DEFAULT true,
    ADD CONSTRAINT expense_category_not_its_own_parent CHECK (parent_id <> id);
ALTER TABLE expense_type ADD active boolean NOT NULL DEFAULT true;

-- A row a firm, locked while one of its categories is moved: two at once could make a cycle together.
CREATE TABLE category_turn (
    firm_id  uuid        NOT NULL,
    taken_at timestamptz NOT NULL,
    PRIMARY KEY (firm_id)
);
SELECT rems_firm_owned('category_turn');
