-- Which property a unit is of, as ownership-service has told: an expense on a unit is one on its property. No foreign
-- key, for a unit may be heard of before its property.
CREATE TABLE unit (
    firm_id     uuid NOT NULL,
    id          uuid NOT NULL,
    property_id uuid NOT NULL,
    PRIMARY KEY (firm_id, id)
);
SELECT rems_firm_owned('unit');

-- What V003 says of 0 does not hold: the property's first owner may be under way.
COMMENT ON COLUMN property.ownership_version IS
    'version of the property that the periods are of; 0: nothing told of its holders yet';
