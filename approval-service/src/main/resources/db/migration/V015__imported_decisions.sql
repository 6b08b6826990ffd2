-- How expenses were decided on before they came here; such a decision has no request, no seats and no votes.
CREATE TABLE imported_decision (
    firm_id     uuid        NOT NULL,
    expense_id  uuid        NOT NULL,
    verdict     text        NOT NULL CHECK (verdict IN ('APPROVED', 'REJECTED')),
    decided_by  text        NOT NULL, -- as the old books name him
    decided_on  date        NOT NULL,
    comment     text,
    imported_at timestamptz NOT NULL,
    PRIMARY KEY (firm_id, expense_id),
    FOREIGN KEY (firm_id, expense_id) REFERENCES expense (firm_id, id)
);
SELECT rems_firm_owned('imported_decision');
