ALTER TABLE vendor
    DROP iban,
    DROP bank;
