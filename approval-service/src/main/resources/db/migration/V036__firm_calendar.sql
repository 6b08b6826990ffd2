-- The days of each week on which the firm rests; null until firm-service has told.
ALTER TABLE firm_zone ADD weekend text[];

-- Days on which the firm does not work, as it says itself.
CREATE TABLE holiday (
    firm_id   uuid   NOT NULL,
    id        uuid   NOT NULL,
    version   bigint NOT NULL DEFAULT 1,
    name      text   NOT NULL,
    first_day date   NOT NULL,
    last_day  date   NOT NULL,
    PRIMARY KEY (firm_id, id),
    CHECK (last_day >= first_day)
);
SELECT rems_firm_owned('holiday');

-- The list of holidays, and those that are still to come.
CREATE INDEX holiday_by_day ON holiday (firm_id, first_day, id);
