-- What was returned or withdrawn is rejected then; why, is lost.
DROP TABLE approval_interruption;
ALTER TABLE expense NO FORCE ROW LEVEL SECURITY;
UPDATE expense SET state = 'REJECTED' WHERE state IN ('RETURNED', 'WITHDRAWN');
ALTER TABLE expense FORCE ROW LEVEL SECURITY;
ALTER TABLE expense
    DROP earlier_submitters,
    DROP CONSTRAINT expense_state_check,
    ADD CONSTRAINT expense_state_check CHECK (state IN
        ('DRAFT', 'SUBMITTED', 'ROUTING', 'PENDING', 'ESCALATED', 'APPROVED', 'REJECTED', 'PAID', 'VOID'));
