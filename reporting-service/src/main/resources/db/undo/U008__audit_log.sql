DROP TABLE audit_entry;
DROP TABLE audit_chain;
DROP FUNCTION audit_digest;
