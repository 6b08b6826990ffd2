ALTER TABLE outbox DROP COLUMN support_access;
