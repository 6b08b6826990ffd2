-- A row is one revision of a period. A change supersedes the current revision and writes the next one, so that both what
-- is true (valid_from, valid_to) and what was known (recorded_at, superseded_at) can be told of any day.
CREATE TABLE ownership_period (
    firm_id                uuid        NOT NULL,
    id                     uuid        NOT NULL,
    revision               bigint      NOT NULL,
    property_id            uuid        NOT NULL,
    owner_id               uuid        NOT NULL,
    share_numerator        bigint      NOT NULL,
    share_denominator      bigint      NOT NULL,
    valid_from             date        NOT NULL,
    valid_to               date,
    type                   text        NOT NULL CHECK (type IN ('INDIVIDUAL', 'CORPORATE', 'PARTNERSHIP')),
    acquisition            text        NOT NULL
        CHECK (acquisition IN ('PURCHASE', 'INHERITANCE', 'GIFT', 'TRANSFER', 'FOUNDING', 'OTHER')),
    primary_contact        boolean     NOT NULL,
    management_fee_percent numeric(9, 6) CHECK (management_fee_percent BETWEEN 0 AND 100),
    note                   text,
    recorded_at            timestamptz NOT NULL,
    superseded_at          timestamptz,
    PRIMARY KEY (firm_id, id, revision),
    FOREIGN KEY (firm_id, property_id) REFERENCES property (firm_id, id),
    FOREIGN KEY (firm_id, owner_id) REFERENCES owner (firm_id, id),
    CHECK (share_numerator BETWEEN 1 AND share_denominator AND share_denominator <= 1000000000),
    CHECK (valid_to > valid_from),
    CHECK (superseded_at >= recorded_at)
);

CREATE UNIQUE INDEX ownership_period_current ON ownership_period (firm_id, id) WHERE superseded_at IS NULL;

-- Who holds a property, and the check that nobody holds too much.
CREATE INDEX ownership_period_of_property ON ownership_period (firm_id, property_id) WHERE superseded_at IS NULL;

-- An owner's portfolio, and whether he may see a property.
CREATE INDEX ownership_period_of_owner ON ownership_period (firm_id, owner_id) WHERE superseded_at IS NULL;

SELECT rems_firm_owned('ownership_period');
