-- Under which delegations a vote was given, the owner's own first; whose vote it is stands beside it.
ALTER TABLE approval_seat
    ADD delegations uuid[],
    ADD CONSTRAINT approval_seat_delegated CHECK (delegations IS NULL
        OR (verdict IS NOT NULL AND owner_id IS NOT NULL AND cardinality(delegations) > 0));
