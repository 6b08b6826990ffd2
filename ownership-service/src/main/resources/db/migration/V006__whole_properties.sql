-- What a firm knows of a building beyond where it stands: how it was built and bought, and whether it is still managed.
ALTER TABLE property
    ADD COLUMN status                     text    NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('ACTIVE', 'ARCHIVED')),
    ADD COLUMN construction_year          integer CHECK (construction_year BETWEEN 1000 AND 2200),
    ADD COLUMN construction_cost_minor    bigint  CHECK (construction_cost_minor >= 0),
    ADD COLUMN construction_cost_currency char(3),
    ADD COLUMN permit_number              text,
    ADD COLUMN purchase_price_minor       bigint  CHECK (purchase_price_minor >= 0),
    ADD COLUMN purchase_price_currency    char(3),
    ADD COLUMN purchase_date              date,
    ADD CONSTRAINT property_construction_cost CHECK ((construction_cost_minor IS NULL) = (construction_cost_currency IS NULL)),
    ADD CONSTRAINT property_purchase_price CHECK ((purchase_price_minor IS NULL) = (purchase_price_currency IS NULL));
