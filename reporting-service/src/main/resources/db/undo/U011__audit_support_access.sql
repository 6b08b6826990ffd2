DROP FUNCTION audit_digest(bytea, uuid, bigint, uuid, text, text, uuid, bigint, text, timestamptz, text, uuid);
DROP INDEX audit_entry_of_support_access;
ALTER TABLE audit_entry DROP COLUMN support_access;
