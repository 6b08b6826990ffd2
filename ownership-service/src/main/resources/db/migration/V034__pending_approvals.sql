-- Which requests for approval wait for a decision, as approval-service tells: worth a word before shares change hands.
CREATE TABLE pending_approval (
    firm_id     uuid    NOT NULL,
    expense_id  uuid    NOT NULL,
    version     bigint  NOT NULL,
    property_id uuid    NOT NULL,
    pending     boolean NOT NULL,
    PRIMARY KEY (firm_id, expense_id)
);
SELECT rems_firm_owned('pending_approval');

-- Those of a property.
CREATE INDEX pending_approval_of_property ON pending_approval (firm_id, property_id, expense_id) WHERE pending;
