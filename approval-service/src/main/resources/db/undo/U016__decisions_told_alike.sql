ALTER TABLE expense_history NO FORCE ROW LEVEL SECURITY;
UPDATE expense_history SET event = 'VoteCast' WHERE event = 'ApprovalVoteCast';
UPDATE expense_history SET event = 'ExpenseApproved' WHERE event = 'ApprovalDecided' AND data ->> 'verdict' = 'APPROVED';
UPDATE expense_history SET event = 'ExpenseRejected', data = data || jsonb_build_object('reason', data -> 'comment')
 WHERE event = 'ApprovalDecided';
ALTER TABLE expense_history FORCE ROW LEVEL SECURITY;
