-- A lease as far as its events have told, with the days on which it takes its unit.
CREATE TABLE lease (
    firm_id        uuid   NOT NULL,
    id             uuid   NOT NULL,
    first_day      date,
    last_day       date,
    terms_position bigint NOT NULL DEFAULT 0,
    state          text   NOT NULL DEFAULT 'DRAFT',
    closed_on      date,
    state_position bigint NOT NULL DEFAULT 0,
    taken_from     date GENERATED ALWAYS AS (
        CASE WHEN state <> 'DRAFT' AND first_day <= coalesce(closed_on, last_day, 'infinity') THEN first_day END) STORED,
    free_from      date GENERATED ALWAYS AS (
        CASE WHEN state <> 'DRAFT' AND first_day <= coalesce(closed_on, last_day, 'infinity')
             THEN least(closed_on, last_day) + 1 END) STORED,
    PRIMARY KEY (firm_id, id)
);
SELECT rems_firm_owned('lease');

-- How many more units (or fewer) are occupied from a day on. Its sum up to a day is the number occupied on that day:
-- the cost grows with the days of a firm's history, never with its leases.
CREATE TABLE occupancy_change (
    firm_id uuid   NOT NULL,
    day     date   NOT NULL,
    change  bigint NOT NULL,
    PRIMARY KEY (firm_id, day) INCLUDE (change)
);
SELECT rems_firm_owned('occupancy_change');
SELECT rems_grant_worker('occupancy_change', 'SELECT');
