CREATE TABLE property (
    firm_id           uuid   NOT NULL,
    id                uuid   NOT NULL,
    version           bigint NOT NULL DEFAULT 1,
    code              text   NOT NULL,
    name              text   NOT NULL,
    type              text   NOT NULL CHECK (type IN ('RESIDENTIAL', 'COMMERCIAL', 'MIXED_USE', 'LAND', 'OTHER')),
    location          text,
    address           text,
    area              numeric(14, 2) CHECK (area > 0),
    note              text,
    PRIMARY KEY (firm_id, id),
    CONSTRAINT property_code_unique UNIQUE (firm_id, code)
);

CREATE TABLE unit (
    firm_id            uuid   NOT NULL,
    id                 uuid   NOT NULL,
    version            bigint NOT NULL DEFAULT 1,
    property_id        uuid   NOT NULL,
    number             text   NOT NULL,
    type               text   NOT NULL
        CHECK (type IN ('STUDIO', 'APARTMENT', 'HOUSE', 'OFFICE', 'SHOP', 'STORAGE', 'PARKING', 'OTHER')),
    bedrooms           integer CHECK (bedrooms >= 0),
    bathrooms          integer CHECK (bathrooms >= 0),
    area               numeric(14, 2) CHECK (area > 0),
    base_rent_minor    bigint CHECK (base_rent_minor >= 0),
    base_rent_currency char(3),
    PRIMARY KEY (firm_id, id),
    CONSTRAINT unit_number_unique UNIQUE (firm_id, property_id, number),
    FOREIGN KEY (firm_id, property_id) REFERENCES property (firm_id, id),
    CHECK ((base_rent_minor IS NULL) = (base_rent_currency IS NULL))
);

SELECT rems_firm_owned('property');
SELECT rems_firm_owned('unit');
