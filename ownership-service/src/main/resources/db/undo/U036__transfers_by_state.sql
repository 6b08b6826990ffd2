CREATE INDEX transfer_open ON transfer (firm_id, state, effective_on, id) WHERE state IN ('SCHEDULED', 'FAILED');
DROP INDEX transfer_by_state;
