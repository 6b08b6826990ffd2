CREATE TABLE owner (
    firm_id     uuid        NOT NULL,
    id          uuid        NOT NULL,
    version     bigint      NOT NULL DEFAULT 1,
    name        text        NOT NULL,
    type        text        NOT NULL CHECK (type IN ('INDIVIDUAL', 'COMPANY', 'PARTNERSHIP')),
    email       text,
    phone       text,
    nationality text,
    language    text,
    note        text,
    PRIMARY KEY (firm_id, id)
);

-- The list of owners is read by name.
CREATE INDEX owner_by_name ON owner (firm_id, name, id);

SELECT rems_firm_owned('owner');
