DROP INDEX ownership_period_of_property;
DROP INDEX ownership_period_of_owner;
CREATE INDEX ownership_period_of_property ON ownership_period (firm_id, property_id) WHERE superseded_at IS NULL;
CREATE INDEX ownership_period_of_owner ON ownership_period (firm_id, owner_id) WHERE superseded_at IS NULL;
