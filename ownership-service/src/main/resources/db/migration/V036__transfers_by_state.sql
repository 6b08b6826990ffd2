-- The list of one state, newest first: also of those that are few among many, as the failed and the cancelled are. A state
-- that is a parameter finds no index that names states.
CREATE INDEX transfer_by_state ON transfer (firm_id, state, effective_on, id);
DROP INDEX transfer_open;
