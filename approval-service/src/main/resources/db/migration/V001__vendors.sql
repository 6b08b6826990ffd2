CREATE TABLE vendor (
    firm_id             uuid    NOT NULL,
    id                  uuid    NOT NULL,
    version             bigint  NOT NULL DEFAULT 1,
    name                text    NOT NULL,
    type                text,
    phone               text,
    email               text,
    speciality          text,
    emergency_available boolean NOT NULL DEFAULT false,
    PRIMARY KEY (firm_id, id)
);
SELECT rems_firm_owned('vendor');

-- The list of vendors is read by name.
CREATE INDEX vendor_by_name ON vendor (firm_id, name, id);
