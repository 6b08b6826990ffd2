-- Where vendors are paid.
ALTER TABLE vendor
    ADD iban text,
    ADD bank text,
    ADD CONSTRAINT vendor_bank CHECK (bank IS NULL OR iban IS NOT NULL);
