-- Earlier rounds and reasons of voiding are lost; what was paid is approved, what was void is rejected.
ALTER TABLE expense NO FORCE ROW LEVEL SECURITY;
ALTER TABLE approval_request NO FORCE ROW LEVEL SECURITY;
ALTER TABLE approval_seat NO FORCE ROW LEVEL SECURITY;
ALTER TABLE expense_route NO FORCE ROW LEVEL SECURITY;
DELETE FROM expense_route x USING expense e WHERE e.firm_id = x.firm_id AND e.id = x.expense_id AND e.round > x.round;
DELETE FROM approval_seat s USING expense e WHERE e.firm_id = s.firm_id AND e.id = s.expense_id AND e.round > s.round;
DELETE FROM approval_request r USING expense e WHERE e.firm_id = r.firm_id AND e.id = r.expense_id AND e.round > r.round;
ALTER TABLE expense DROP CONSTRAINT expense_void;
UPDATE expense SET state = CASE state WHEN 'PAID' THEN 'APPROVED' ELSE 'REJECTED' END WHERE state IN ('PAID', 'VOID');
ALTER TABLE expense FORCE ROW LEVEL SECURITY;
ALTER TABLE approval_request FORCE ROW LEVEL SECURITY;
ALTER TABLE approval_seat FORCE ROW LEVEL SECURITY;
ALTER TABLE expense_route FORCE ROW LEVEL SECURITY;

ALTER TABLE expense_route
    DROP CONSTRAINT expense_route_pkey,
    DROP round, DROP amount_minor, DROP currency,
    ADD PRIMARY KEY (firm_id, expense_id);
ALTER TABLE approval_seat
    DROP CONSTRAINT approval_seat_firm_id_expense_id_round_fkey,
    DROP CONSTRAINT approval_seat_pkey,
    DROP round,
    ADD PRIMARY KEY (firm_id, expense_id, position);
ALTER TABLE approval_deadline DROP CONSTRAINT approval_deadline_firm_id_expense_id_fkey;
ALTER TABLE approval_request
    DROP CONSTRAINT approval_request_decided,
    DROP CONSTRAINT approval_request_pkey,
    DROP round, DROP verdict,
    ADD PRIMARY KEY (firm_id, expense_id);
ALTER TABLE approval_seat
    ADD FOREIGN KEY (firm_id, expense_id) REFERENCES approval_request (firm_id, expense_id);
ALTER TABLE approval_deadline
    ADD FOREIGN KEY (firm_id, expense_id) REFERENCES approval_request (firm_id, expense_id);
ALTER TABLE expense
    DROP CONSTRAINT expense_state_check,
    ADD CONSTRAINT expense_state_check CHECK (state IN
        ('DRAFT', 'SUBMITTED', 'ROUTING', 'PENDING', 'ESCALATED', 'APPROVED', 'REJECTED')),
    DROP round, DROP void_reason, DROP voided_by, DROP voided_at;
