-- Who voted stays, for whom he did stays in the events.
ALTER TABLE approval_seat DROP CONSTRAINT approval_seat_delegated, DROP delegations;
