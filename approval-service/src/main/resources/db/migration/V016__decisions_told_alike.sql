-- Approvals and rejections are one kind of event, and votes are named like all that happens to an approval. The rows of
-- all firms, within this migration only.
ALTER TABLE expense_history NO FORCE ROW LEVEL SECURITY;
UPDATE expense_history SET event = 'ApprovalVoteCast' WHERE event = 'VoteCast';
UPDATE expense_history
   SET event = 'ApprovalDecided',
       data = data - 'reason' || jsonb_build_object(
           'verdict', CASE event WHEN 'ExpenseApproved' THEN 'APPROVED' ELSE 'REJECTED' END,
           'comment', coalesce(data -> 'comment', data -> 'reason'))
 WHERE event IN ('ExpenseApproved', 'ExpenseRejected');
ALTER TABLE expense_history FORCE ROW LEVEL SECURITY;
