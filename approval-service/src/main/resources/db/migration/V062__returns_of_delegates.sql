-- In whose stead somebody gave an expense back, and under which delegations; null: in his own right.
ALTER TABLE approval_interruption
    ADD on_behalf_of uuid[],
    ADD delegations uuid[],
    ADD CONSTRAINT approval_interruption_delegated CHECK ((on_behalf_of IS NULL) = (delegations IS NULL)
        AND cardinality(on_behalf_of) > 0 AND cardinality(delegations) > 0);
