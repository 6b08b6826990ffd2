-- An expense may be paid or declared void, and what changes after approval is put to a decision again: in a round of its
-- own, beside which the earlier ones stay readable.
ALTER TABLE expense
    DROP CONSTRAINT expense_state_check,
    ADD CONSTRAINT expense_state_check CHECK (state IN
        ('DRAFT', 'SUBMITTED', 'ROUTING', 'PENDING', 'ESCALATED', 'APPROVED', 'REJECTED', 'PAID', 'VOID')),
    ADD round       integer NOT NULL DEFAULT 1 CHECK (round > 0),
    ADD void_reason text,
    ADD voided_by   text,
    ADD voided_at   timestamptz,
    ADD CONSTRAINT expense_void CHECK ((state = 'VOID') = (void_reason IS NOT NULL)
        AND (void_reason IS NULL) = (voided_by IS NULL) AND (void_reason IS NULL) = (voided_at IS NULL));

ALTER TABLE approval_seat DROP CONSTRAINT approval_seat_firm_id_expense_id_fkey;
ALTER TABLE approval_deadline DROP CONSTRAINT approval_deadline_firm_id_expense_id_fkey;

ALTER TABLE approval_request
    ADD round   integer NOT NULL DEFAULT 1,
    ADD verdict text CHECK (verdict IN ('APPROVED', 'REJECTED')),
    DROP CONSTRAINT approval_request_pkey,
    ADD PRIMARY KEY (firm_id, expense_id, round);

ALTER TABLE approval_seat
    ADD round integer NOT NULL DEFAULT 1,
    DROP CONSTRAINT approval_seat_pkey,
    ADD PRIMARY KEY (firm_id, expense_id, round, position),
    ADD FOREIGN KEY (firm_id, expense_id, round) REFERENCES approval_request (firm_id, expense_id, round);

-- Only the latest round has one.
ALTER TABLE approval_deadline ADD FOREIGN KEY (firm_id, expense_id) REFERENCES expense (firm_id, id);

ALTER TABLE expense_route
    ADD round        integer NOT NULL DEFAULT 1,
    ADD amount_minor bigint,
    ADD currency     char(3),
    DROP CONSTRAINT expense_route_pkey,
    ADD PRIMARY KEY (firm_id, expense_id, round);

-- The rows of all firms, within this migration only.
ALTER TABLE expense NO FORCE ROW LEVEL SECURITY;
ALTER TABLE approval_request NO FORCE ROW LEVEL SECURITY;
ALTER TABLE expense_route NO FORCE ROW LEVEL SECURITY;
UPDATE approval_request r SET verdict = e.state
  FROM expense e
 WHERE e.firm_id = r.firm_id AND e.id = r.expense_id AND e.state IN ('APPROVED', 'REJECTED');
UPDATE expense_route x SET amount_minor = e.amount_minor, currency = e.currency
  FROM expense e
 WHERE e.firm_id = x.firm_id AND e.id = x.expense_id;
ALTER TABLE expense FORCE ROW LEVEL SECURITY;
ALTER TABLE approval_request FORCE ROW LEVEL SECURITY;
ALTER TABLE expense_route FORCE ROW LEVEL SECURITY;

ALTER TABLE approval_request ADD CONSTRAINT approval_request_decided CHECK ((verdict IS NULL) = (decided_at IS NULL));
ALTER TABLE expense_route ALTER amount_minor SET NOT NULL, ALTER currency SET NOT NULL;
