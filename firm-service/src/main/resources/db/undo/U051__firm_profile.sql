-- Loses what firms have told of themselves beyond name, e-mail, currency and time zone.
DO $$ BEGIN EXECUTE format('REVOKE UPDATE ON firm_directory FROM %I', rems_role('worker')); END $$;
DROP INDEX firm_directory_search;
ALTER TABLE firm_directory DROP COLUMN search_text;
DROP EXTENSION pg_trgm;
DROP INDEX firm_by_industry, firm_by_status, firm_by_creation, firm_by_name;
ALTER TABLE firm
    DROP COLUMN weekend_days,
    DROP COLUMN languages,
    DROP COLUMN description,
    DROP COLUMN web_site,
    DROP COLUMN employees,
    DROP COLUMN industry,
    DROP COLUMN address,
    DROP COLUMN phones,
    DROP COLUMN tax_number,
    DROP COLUMN registration_number;
