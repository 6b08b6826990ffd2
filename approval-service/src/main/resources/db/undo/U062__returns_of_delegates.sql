-- Who gave it back stays, for whom he did stays in the events.
ALTER TABLE approval_interruption
    DROP CONSTRAINT approval_interruption_delegated, DROP on_behalf_of, DROP delegations;
