-- Delegations are lost; who voted for whom stays in the events.
DROP FUNCTION approval_day_of(uuid, timestamptz);
DROP FUNCTION approval_acting_for(uuid, uuid, date);
DROP FUNCTION approval_categories_above(uuid, uuid);
DROP TABLE delegation_turn;
DROP TABLE delegation;
