-- Helpers with which migrations make a table firm-owned, shared, or open to work across firms, in one line each.
-- Roles are named after the database: <db>_owner migrates, <db>_app works for one firm, <db>_worker spans firms.

CREATE FUNCTION rems_role(kind text) RETURNS text
    LANGUAGE sql STABLE
    RETURN current_database() || '_' || kind;

-- The firm that the transaction works for. Unset, or set by a transaction that has ended: null, which equals nothing.
CREATE FUNCTION rems_current_firm() RETURNS uuid
    LANGUAGE sql STABLE
    RETURN nullif(current_setting('rems.firm_id', true), '')::uuid;

CREATE FUNCTION rems_firm_owned(owned regclass) RETURNS void
    LANGUAGE plpgsql
AS
$$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format(
        'CREATE POLICY firm_isolation ON %s'
            ' USING (firm_id = (SELECT nullif(current_setting(''rems.firm_id'', true), '''')::uuid))'
            ' WITH CHECK (firm_id = (SELECT nullif(current_setting(''rems.firm_id'', true), '''')::uuid))',
        owned);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO %I', owned, rems_role('app'));
END
$$;

CREATE FUNCTION rems_shared(shared regclass, privileges text) RETURNS void
    LANGUAGE plpgsql
AS
$$
BEGIN
    EXECUTE format('GRANT %s ON %s TO %I', privileges, shared, rems_role('app'));
END
$$;

CREATE FUNCTION rems_grant_worker(granted regclass, privileges text) RETURNS void
    LANGUAGE plpgsql
AS
$$
BEGIN
    EXECUTE format('GRANT %s ON %s TO %I', privileges, granted, rems_role('worker'));
    IF EXISTS (SELECT FROM pg_class WHERE oid = granted AND relrowsecurity) THEN
        EXECUTE format(
            'CREATE POLICY across_firms ON %s TO %I USING (true) WITH CHECK (true)', granted, rems_role('worker'));
    END IF;
END
$$;
