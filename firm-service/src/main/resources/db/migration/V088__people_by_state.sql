DROP POLICY filled_by_owner ON assignment_word;
DROP POLICY filled_by_owner ON assignment;

-- A firm's assignments by their status, of which there may be few among very many.
CREATE INDEX assignment_present ON assignment (firm_id, user_name, id) WHERE ended_at IS NULL;
CREATE INDEX assignment_ended ON assignment (firm_id, user_name, id) WHERE ended_at IS NOT NULL;
CREATE INDEX assignment_suspended ON assignment (firm_id, user_name, id) WHERE suspended_at IS NOT NULL AND ended_at IS NULL;
CREATE INDEX assignment_scheduled ON assignment (firm_id, user_name, id) WHERE NOT started AND ended_at IS NULL;
CREATE INDEX assignment_past ON assignment (firm_id, until) WHERE until IS NOT NULL AND ended_at IS NULL;
