-- What was proved before the code is: a password, or the word of a provider. Versions that know of passwords only ask after those.
ALTER TABLE sign_in_challenge
    ADD COLUMN method text NOT NULL DEFAULT 'PASSWORD_AND_TOTP' CHECK (method IN ('PASSWORD_AND_TOTP', 'PROVIDER'));
