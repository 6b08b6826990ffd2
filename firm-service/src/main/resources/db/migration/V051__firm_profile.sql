ALTER TABLE firm
    ADD COLUMN registration_number text,
    ADD COLUMN tax_number          text,
    ADD COLUMN phones              text[]  NOT NULL DEFAULT '{}',
    ADD COLUMN address             text,
    ADD COLUMN industry            text    NOT NULL DEFAULT 'OTHER'
        CHECK (industry IN ('REAL_ESTATE', 'PROPERTY_MANAGEMENT', 'INVESTMENT', 'DEVELOPMENT', 'CONSTRUCTION',
                            'CONSULTING', 'OTHER')),
    ADD COLUMN employees           integer CHECK (employees > 0),
    ADD COLUMN web_site            text,
    ADD COLUMN description         text,
    ADD COLUMN languages           text[]  NOT NULL DEFAULT '{en,ar}',
    ADD COLUMN weekend_days        text[]  NOT NULL DEFAULT '{FRIDAY,SATURDAY}';

-- The list of all firms: as it is sorted, and by what it is filtered.
CREATE INDEX firm_by_name ON firm (name, firm_id);
CREATE INDEX firm_by_creation ON firm (created_at, firm_id);
CREATE INDEX firm_by_status ON firm (status, name, firm_id);
CREATE INDEX firm_by_industry ON firm (industry, name, firm_id);

-- What firms are searched by, anywhere in the text; beside the keys, where no row-level security stands before the index.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
ALTER TABLE firm_directory ADD COLUMN search_text text NOT NULL DEFAULT '';
UPDATE firm_directory SET search_text = name_key || ' ' || email_key;
CREATE INDEX firm_directory_search ON firm_directory USING gin (search_text gin_trgm_ops);

-- A firm may change its name and its e-mail.
DO $$ BEGIN EXECUTE format('GRANT UPDATE ON firm_directory TO %I', rems_role('worker')); END $$;
