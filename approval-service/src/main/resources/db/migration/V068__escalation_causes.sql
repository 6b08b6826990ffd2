-- Why a request went to the next level.
ALTER TABLE approval_request ADD escalated_because text CHECK (escalated_because IN ('DEADLINE', 'NOBODY_ELSE'));

ALTER TABLE approval_request NO FORCE ROW LEVEL SECURITY;
UPDATE approval_request SET escalated_because = 'DEADLINE' WHERE escalated_at IS NOT NULL;
ALTER TABLE approval_request FORCE ROW LEVEL SECURITY;

ALTER TABLE approval_request
    ADD CONSTRAINT approval_request_escalated CHECK ((escalated_at IS NULL) = (escalated_because IS NULL));
