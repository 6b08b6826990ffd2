-- Who goes on under another entry leaves his identity document to it. The rows of all firms, within this migration only.
ALTER TABLE owner NO FORCE ROW LEVEL SECURITY;
UPDATE owner SET identity_key = NULL WHERE merged_into IS NOT NULL AND identity_key IS NOT NULL;
ALTER TABLE owner FORCE ROW LEVEL SECURITY;
