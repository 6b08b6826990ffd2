-- What happened to an expense, written with the events that tell of it.
CREATE TABLE expense_history (
    firm_id     uuid        NOT NULL,
    expense_id  uuid        NOT NULL,
    id          uuid        NOT NULL,
    version     bigint,               -- of the expense after it; null where the expense itself stayed as it was
    event       text        NOT NULL,
    happened_at timestamptz NOT NULL,
    actor       text        NOT NULL,
    data        jsonb       NOT NULL, -- as others are told it
    PRIMARY KEY (firm_id, expense_id, id),
    UNIQUE (firm_id, expense_id, version),
    FOREIGN KEY (firm_id, expense_id) REFERENCES expense (firm_id, id) ON DELETE CASCADE
);
SELECT rems_firm_owned('expense_history');

-- What is known of expenses from before; the rows of all firms, within this migration only.
ALTER TABLE expense NO FORCE ROW LEVEL SECURITY;
ALTER TABLE approval_request NO FORCE ROW LEVEL SECURITY;
ALTER TABLE approval_seat NO FORCE ROW LEVEL SECURITY;
ALTER TABLE expense_history NO FORCE ROW LEVEL SECURITY;
INSERT INTO expense_history (firm_id, expense_id, id, event, happened_at, actor, data)
SELECT firm_id, id, uuidv7(), 'ExpenseRecorded', recorded_at, recorded_by, CAST('{}' AS jsonb) FROM expense
UNION ALL
SELECT firm_id, id, uuidv7(), 'ExpenseSubmitted', submitted_at, coalesce(submitter::text, 'service:approval'), '{}'
  FROM expense WHERE submitted_at IS NOT NULL
UNION ALL
SELECT firm_id, expense_id, uuidv7(), 'ApprovalRequested', requested_at, 'service:approval',
       jsonb_build_object('rule', rule, 'deadline', deadline)
  FROM approval_request WHERE deadline IS NOT NULL
UNION ALL
SELECT firm_id, expense_id, uuidv7(), 'VoteCast', voted_at, voted_by::text,
       jsonb_build_object('verdict', verdict, 'comment', comment)
  FROM approval_seat WHERE voted_at IS NOT NULL
UNION ALL
SELECT firm_id, expense_id, uuidv7(), 'ApprovalEscalated', escalated_at, 'service:approval', '{}'
  FROM approval_request WHERE escalated_at IS NOT NULL
UNION ALL
SELECT firm_id, expense_id, uuidv7(), CASE verdict WHEN 'APPROVED' THEN 'ExpenseApproved' ELSE 'ExpenseRejected' END,
       decided_at, coalesce(decided_by::text, 'service:approval'), jsonb_build_object('comment', comment)
  FROM approval_request WHERE decided_at IS NOT NULL;
ALTER TABLE expense FORCE ROW LEVEL SECURITY;
ALTER TABLE approval_request FORCE ROW LEVEL SECURITY;
ALTER TABLE approval_seat FORCE ROW LEVEL SECURITY;
ALTER TABLE expense_history FORCE ROW LEVEL SECURITY;
