-- What was known at an earlier moment, and the history of a property, are found by the same indexes as what holds now:
-- a revision that holds has no superseded_at, and comes last.
DROP INDEX ownership_period_of_property;
DROP INDEX ownership_period_of_owner;
CREATE INDEX ownership_period_of_property ON ownership_period (firm_id, property_id, superseded_at);
CREATE INDEX ownership_period_of_owner ON ownership_period (firm_id, owner_id, superseded_at);
