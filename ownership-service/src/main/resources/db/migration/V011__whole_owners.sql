-- Who an owner is beyond his name. identity_key stands for the identity document and is unique, unless somebody insisted
-- that two owners carry the same one: then the later of them has none. name_key is the name without what tells no two
-- people apart; rows of before have none.
ALTER TABLE owner
    ADD COLUMN other_name       text,
    ADD COLUMN other_phones     text[] NOT NULL DEFAULT '{}',
    ADD COLUMN address          text,
    ADD COLUMN status           text   NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('ACTIVE', 'ARCHIVED')),
    ADD COLUMN identity_type    text
        CHECK (identity_type IN ('CIVIL_ID', 'PASSPORT', 'COMMERCIAL_REGISTRATION', 'OTHER')),
    ADD COLUMN identity_number  text,
    ADD COLUMN identity_country char(2),
    ADD COLUMN identity_expires date,
    ADD COLUMN identity_key     text,
    ADD COLUMN iban             text,
    ADD COLUMN bank             text,
    ADD COLUMN name_key         text,
    ADD CONSTRAINT owner_identity_whole CHECK (
        (identity_type IS NULL) = (identity_number IS NULL) AND (identity_type IS NULL) = (identity_country IS NULL));

-- One owner a document.
CREATE UNIQUE INDEX owner_identity_unique ON owner (firm_id, identity_key) WHERE identity_key IS NOT NULL;

-- Whether another owner has this e-mail.
CREATE INDEX owner_by_email ON owner (firm_id, lower(email)) WHERE email IS NOT NULL;
