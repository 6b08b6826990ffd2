-- The ownership of a property as its newest event tells it, always the whole table of the property.
CREATE TABLE ownership (
    firm_id     uuid   NOT NULL,
    property_id uuid   NOT NULL,
    position    bigint NOT NULL,
    PRIMARY KEY (firm_id, property_id)
);
SELECT rems_firm_owned('ownership');

CREATE TABLE holding (
    firm_id           uuid    NOT NULL,
    property_id       uuid    NOT NULL,
    period_id         uuid    NOT NULL,
    owner_id          uuid    NOT NULL,
    share_numerator   bigint  NOT NULL,
    share_denominator bigint  NOT NULL,
    held_from         date    NOT NULL,
    held_to           date, -- the first day no longer held
    primary_contact   boolean NOT NULL,
    PRIMARY KEY (firm_id, property_id, period_id),
    FOREIGN KEY (firm_id, property_id) REFERENCES ownership (firm_id, property_id)
);
SELECT rems_firm_owned('holding');

-- The portfolio of an owner; it holds all that counting them needs.
CREATE INDEX holding_of_owner ON holding (firm_id, owner_id, property_id, held_from, held_to);
