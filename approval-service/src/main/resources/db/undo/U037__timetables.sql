-- Reminders and pauses are lost; what was paused has its old deadline, and what has escalated is reminded of no more.
DROP INDEX approval_deadline_of_firm;
ALTER TABLE approval_deadline NO FORCE ROW LEVEL SECURITY;
DELETE FROM approval_deadline WHERE done > escalation;
ALTER TABLE approval_deadline
    DROP CONSTRAINT approval_deadline_escalation,
    DROP CONSTRAINT approval_deadline_done,
    DROP CONSTRAINT approval_deadline_next;
UPDATE approval_deadline SET due_at = times[escalation + 1];
ALTER TABLE approval_deadline FORCE ROW LEVEL SECURITY;
ALTER TABLE approval_deadline
    ALTER due_at SET NOT NULL,
    DROP COLUMN times,
    DROP COLUMN escalation,
    DROP COLUMN done,
    DROP COLUMN again,
    DROP COLUMN working_days,
    DROP COLUMN paused_at;
