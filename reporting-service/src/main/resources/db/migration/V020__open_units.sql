-- Units that can be let: archived ones do not count, nor those of an archived property. Either may be heard of first, hence
-- no foreign key. What is counted so far is counted anew, from the first event on, as another measure.
CREATE TABLE unit (
    firm_id     uuid    NOT NULL,
    id          uuid    NOT NULL,
    property_id uuid    NOT NULL,
    archived    boolean NOT NULL,
    position    bigint  NOT NULL,
    PRIMARY KEY (firm_id, id)
);
SELECT rems_firm_owned('unit');

-- How many there are of a property when it is archived or restored.
CREATE INDEX unit_of_property ON unit (firm_id, property_id) WHERE NOT archived;

CREATE TABLE property_status (
    firm_id     uuid    NOT NULL,
    property_id uuid    NOT NULL,
    archived    boolean NOT NULL,
    position    bigint  NOT NULL,
    PRIMARY KEY (firm_id, property_id)
);
SELECT rems_firm_owned('property_status');
