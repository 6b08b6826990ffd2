DROP INDEX owner_by_email;
DROP INDEX owner_identity_unique;
ALTER TABLE owner
    DROP COLUMN name_key, DROP COLUMN bank, DROP COLUMN iban, DROP COLUMN identity_key, DROP COLUMN identity_expires,
    DROP COLUMN identity_country, DROP COLUMN identity_number, DROP COLUMN identity_type, DROP COLUMN status,
    DROP COLUMN address, DROP COLUMN other_phones, DROP COLUMN other_name;
