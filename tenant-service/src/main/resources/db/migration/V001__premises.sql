-- What leases need of properties and units, learnt from the events of ownership-service. A unit may be announced before
-- its property (they are different aggregates, hence in no common order), so nothing refers to the property's row.
CREATE TABLE property (
    firm_id uuid   NOT NULL,
    id      uuid   NOT NULL,
    version bigint NOT NULL, -- of the aggregate: an older event that arrives late changes nothing
    code    text   NOT NULL,
    name    text   NOT NULL,
    PRIMARY KEY (firm_id, id)
);
SELECT rems_firm_owned('property');

CREATE TABLE unit (
    firm_id     uuid   NOT NULL,
    id          uuid   NOT NULL,
    version     bigint NOT NULL,
    property_id uuid   NOT NULL,
    number      text   NOT NULL,
    PRIMARY KEY (firm_id, id)
);
SELECT rems_firm_owned('unit');

-- The leases of a property.
CREATE INDEX unit_by_property ON unit (firm_id, property_id);
