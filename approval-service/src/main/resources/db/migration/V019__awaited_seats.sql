-- Seats whose vote an open request waits for; all others are history, of which there is ever more.
ALTER TABLE approval_seat ADD awaited boolean NOT NULL DEFAULT false;

-- The rows of all firms, within this migration only.
ALTER TABLE approval_seat NO FORCE ROW LEVEL SECURITY;
ALTER TABLE expense NO FORCE ROW LEVEL SECURITY;
UPDATE approval_seat s SET awaited = true
  FROM expense e
 WHERE e.firm_id = s.firm_id AND e.id = s.expense_id AND e.round = s.round AND e.state IN ('PENDING', 'ESCALATED')
   AND s.votes AND s.verdict IS NULL;
ALTER TABLE approval_seat FORCE ROW LEVEL SECURITY;
ALTER TABLE expense FORCE ROW LEVEL SECURITY;

ALTER TABLE approval_seat ADD CONSTRAINT approval_seat_awaited CHECK (NOT awaited OR (votes AND verdict IS NULL));

-- What waits for an owner, or for the administrators.
CREATE INDEX approval_seat_open ON approval_seat (firm_id, owner_id, expense_id) WHERE awaited;
