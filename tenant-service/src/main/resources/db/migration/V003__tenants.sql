CREATE TABLE tenant (
    firm_id         uuid        NOT NULL,
    id              uuid        NOT NULL,
    version         bigint      NOT NULL,
    name            text        NOT NULL,
    type            text        NOT NULL CHECK (type IN ('PERSON', 'COMPANY')),
    email           text,
    phone           text,
    nationality     text,
    identity_number text,
    language        text,
    note            text,
    PRIMARY KEY (firm_id, id)
);
SELECT rems_firm_owned('tenant');

-- The list of tenants, which people read by name.
CREATE INDEX tenant_by_name ON tenant (firm_id, name, id);
