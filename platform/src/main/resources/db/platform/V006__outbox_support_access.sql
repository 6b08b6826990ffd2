-- The support access under which a platform administrator did what the event tells of.
ALTER TABLE outbox ADD COLUMN support_access uuid;
