-- What ownership-service has told of its properties; only what approval needs.
CREATE TABLE property (
    firm_id           uuid   NOT NULL,
    id                uuid   NOT NULL,
    code              text,                      -- unknown while only the ownership has been heard of
    name              text,
    described_at      bigint NOT NULL DEFAULT 0, -- version of the property that code and name are of
    ownership_version bigint NOT NULL DEFAULT 0, -- version of the property that the periods are of; 0: wholly the firm's
    PRIMARY KEY (firm_id, id)
);
SELECT rems_firm_owned('property');

CREATE TABLE ownership_period (
    firm_id         uuid    NOT NULL,
    property_id     uuid    NOT NULL,
    id              uuid    NOT NULL,
    owner_id        uuid    NOT NULL,
    share           text    NOT NULL, -- an exact fraction, '1/3'
    valid_from      date    NOT NULL,
    valid_to        date,             -- exclusive
    primary_contact boolean NOT NULL,
    PRIMARY KEY (firm_id, property_id, id),
    FOREIGN KEY (firm_id, property_id) REFERENCES property (firm_id, id)
);
SELECT rems_firm_owned('ownership_period');

-- Owners see the expenses of what they hold.
CREATE INDEX ownership_period_by_owner ON ownership_period (firm_id, owner_id, property_id);
