-- Whoever is asked may give an expense back for information, and its submitter may take it back; either ends the round.
ALTER TABLE expense
    DROP CONSTRAINT expense_state_check,
    ADD CONSTRAINT expense_state_check CHECK (state IN
        ('DRAFT', 'SUBMITTED', 'ROUTING', 'PENDING', 'ESCALATED', 'RETURNED', 'WITHDRAWN', 'APPROVED', 'REJECTED',
         'PAID', 'VOID')),
    -- Who asked in rounds before: he does not decide on it in a later one either.
    ADD earlier_submitters uuid[] NOT NULL DEFAULT '{}';

-- A round that was given back may be taken back after that. Not of the request: what waits for its routing has none.
CREATE TABLE approval_interruption (
    firm_id    uuid        NOT NULL,
    expense_id uuid        NOT NULL,
    round      integer     NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('RETURNED', 'WITHDRAWN')),
    said_by    uuid        NOT NULL,
    said_at    timestamptz NOT NULL,
    reason     text        NOT NULL,
    PRIMARY KEY (firm_id, expense_id, round, kind),
    FOREIGN KEY (firm_id, expense_id) REFERENCES expense (firm_id, id)
);
SELECT rems_firm_owned('approval_interruption');

-- The rows of all firms, within this migration only.
ALTER TABLE expense NO FORCE ROW LEVEL SECURITY;
ALTER TABLE expense_history NO FORCE ROW LEVEL SECURITY;
UPDATE expense e
   SET earlier_submitters = ARRAY(
       SELECT DISTINCT CAST(h.data ->> 'submitter' AS uuid) FROM expense_history h
        WHERE h.firm_id = e.firm_id AND h.expense_id = e.id AND h.event = 'ExpenseSubmitted'
          AND h.data ->> 'submitter' IS NOT NULL)
 WHERE round > 1;
ALTER TABLE expense FORCE ROW LEVEL SECURITY;
ALTER TABLE expense_history FORCE ROW LEVEL SECURITY;
