-- That an approved expense was paid, in full: the amount is the expense's.
CREATE TABLE expense_payment (
    firm_id     uuid        NOT NULL,
    expense_id  uuid        NOT NULL,
    paid_on     date        NOT NULL,
    method      text        NOT NULL CHECK (method IN ('TRANSFER', 'CHEQUE', 'CASH', 'KNET', 'CARD')),
    reference   text,
    recorded_by text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (firm_id, expense_id),
    FOREIGN KEY (firm_id, expense_id) REFERENCES expense (firm_id, id)
);
SELECT rems_firm_owned('expense_payment');
