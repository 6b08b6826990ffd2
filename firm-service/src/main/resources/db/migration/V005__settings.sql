-- Only what a firm has set; keys, types and defaults are in the code, so that a new setting needs no migration.
CREATE TABLE firm_setting (
    firm_id uuid NOT NULL REFERENCES firm,
    key     text NOT NULL,
    value   text NOT NULL,
    PRIMARY KEY (firm_id, key)
);

SELECT rems_firm_owned('firm_setting');
-- Sign-in reads the lockout rules of all firms of a user.
SELECT rems_grant_worker('firm_setting', 'SELECT');
