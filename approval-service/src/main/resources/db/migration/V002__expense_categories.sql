CREATE TABLE expense_category (
    firm_id     uuid   NOT NULL,
    id          uuid   NOT NULL,
    version     bigint NOT NULL DEFAULT 1,
    code        text   NOT NULL,
    name        text   NOT NULL,
    description text,
    parent_id   uuid,
    PRIMARY KEY (firm_id, id),
    CONSTRAINT expense_category_code UNIQUE (firm_id, code),
    CONSTRAINT expense_category_parent FOREIGN KEY (firm_id, parent_id) REFERENCES expense_category (firm_id, id)
);
SELECT rems_firm_owned('expense_category');

CREATE TABLE expense_type (
    firm_id     uuid   NOT NULL,
    id          uuid   NOT NULL,
    version     bigint NOT NULL DEFAULT 1,
    category_id uuid   NOT NULL,
    code        text   NOT NULL,
    name        text   NOT NULL,
    PRIMARY KEY (firm_id, id),
    CONSTRAINT expense_type_code UNIQUE (firm_id, category_id, code),
    -- What an expense refers to: a type together with its own category.
    CONSTRAINT expense_type_in_category UNIQUE (firm_id, category_id, id),
    CONSTRAINT expense_type_category FOREIGN KEY (firm_id, category_id) REFERENCES expense_category (firm_id, id)
);
SELECT rems_firm_owned('expense_type');
