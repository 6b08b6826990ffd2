-- All that becomes of a request that nobody decides: reminders, the deadline, daily reminders to the administrators, the
-- platform. One row for each pending request, gone once it is decided or put aside.
ALTER TABLE approval_deadline
    ALTER due_at DROP NOT NULL, -- the next step, or the end of a pause; null where nothing comes by itself
    ADD times           timestamptz[],
    ADD escalation      smallint,                   -- which of them is the deadline; what is before it are reminders
    ADD done            smallint NOT NULL DEFAULT 0,
    ADD again           text     NOT NULL DEFAULT 'PT72H', -- from the deadline to the platform, ISO 8601
    ADD working_days    boolean  NOT NULL DEFAULT false,
    ADD paused_at       timestamptz;

-- The rows of all firms, within this migration only.
ALTER TABLE approval_deadline NO FORCE ROW LEVEL SECURITY;
ALTER TABLE approval_request NO FORCE ROW LEVEL SECURITY;
ALTER TABLE expense NO FORCE ROW LEVEL SECURITY;
UPDATE approval_deadline
   SET times = ARRAY[due_at, due_at + interval '24 hours', due_at + interval '48 hours', due_at + interval '72 hours'],
       escalation = 0;
-- What has escalated already goes on as if it had escalated now: nobody is reminded of days that are gone.
INSERT INTO approval_deadline (firm_id, expense_id, due_at, times, escalation, done)
SELECT r.firm_id, r.expense_id, now() + interval '24 hours',
       ARRAY[r.deadline, now() + interval '24 hours', now() + interval '48 hours', now() + interval '72 hours'], 0, 1
  FROM approval_request r
  JOIN expense e ON e.firm_id = r.firm_id AND e.id = r.expense_id AND e.round = r.round
 WHERE e.state = 'ESCALATED';
ALTER TABLE expense FORCE ROW LEVEL SECURITY;
ALTER TABLE approval_request FORCE ROW LEVEL SECURITY;
ALTER TABLE approval_deadline FORCE ROW LEVEL SECURITY;

ALTER TABLE approval_deadline
    ALTER times SET NOT NULL,
    ALTER escalation SET NOT NULL,
    ADD CONSTRAINT approval_deadline_escalation CHECK (escalation BETWEEN 0 AND cardinality(times) - 1),
    ADD CONSTRAINT approval_deadline_done CHECK (done BETWEEN 0 AND cardinality(times)),
    ADD CONSTRAINT approval_deadline_next CHECK (paused_at IS NOT NULL OR due_at IS NOT DISTINCT FROM times[done + 1]);

-- What is due of one firm, the earliest first, to be claimed many at once.
CREATE INDEX approval_deadline_of_firm ON approval_deadline (firm_id, due_at);
