-- Which leases hold a property or a unit: kept from rems.tenant.events, as far as archiving needs it. A lease that is over
-- keeps its row, so that an older event that comes late does not revive it.
CREATE TABLE lease (
    firm_id     uuid    NOT NULL,
    id          uuid    NOT NULL,
    version     bigint  NOT NULL,
    property_id uuid    NOT NULL,
    unit_id     uuid    NOT NULL,
    number      text,
    first_day   date,
    last_day    date,
    over        boolean NOT NULL,
    PRIMARY KEY (firm_id, id)
);

-- What holds a property, and what holds a unit.
CREATE INDEX lease_of_property ON lease (firm_id, property_id) WHERE NOT over;
CREATE INDEX lease_of_unit ON lease (firm_id, unit_id) WHERE NOT over;

SELECT rems_firm_owned('lease');
