CREATE TABLE expense (
    firm_id      uuid        NOT NULL,
    id           uuid        NOT NULL,
    version      bigint      NOT NULL,
    state        text        NOT NULL CHECK (state IN
        ('DRAFT', 'SUBMITTED', 'ROUTING', 'PENDING', 'ESCALATED', 'APPROVED', 'REJECTED')),
    property_id  uuid        NOT NULL, -- of ownership-service, which may not have told us of it yet
    unit_id      uuid,
    category_id  uuid        NOT NULL,
    type_id      uuid,
    vendor_id    uuid,
    amount_minor bigint      NOT NULL CHECK (amount_minor > 0),
    tax_minor    bigint      CHECK (tax_minor BETWEEN 0 AND amount_minor),
    currency     char(3)     NOT NULL,
    expense_date date        NOT NULL,
    description  text        NOT NULL,
    priority     text        NOT NULL CHECK (priority IN ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
    recorded_by  text        NOT NULL,
    recorded_at  timestamptz NOT NULL,
    submitter    uuid,                 -- null where another service submitted
    submitted_at timestamptz,
    PRIMARY KEY (firm_id, id),
    CONSTRAINT expense_category FOREIGN KEY (firm_id, category_id) REFERENCES expense_category (firm_id, id),
    CONSTRAINT expense_type FOREIGN KEY (firm_id, category_id, type_id)
        REFERENCES expense_type (firm_id, category_id, id),
    CONSTRAINT expense_vendor FOREIGN KEY (firm_id, vendor_id) REFERENCES vendor (firm_id, id)
);
SELECT rems_firm_owned('expense');

-- The list of expenses, newest first.
CREATE INDEX expense_by_date ON expense (firm_id, expense_date, id);
-- The list of expenses in a state.
CREATE INDEX expense_by_state ON expense (firm_id, state, expense_date, id);
-- The expenses of a property, and among them those to one vendor inside the split window.
CREATE INDEX expense_by_property ON expense (firm_id, property_id, expense_date, id);
