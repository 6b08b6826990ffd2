-- What things are called. `position` orders the events of one aggregate: a later one is never overwritten by an earlier.
CREATE TABLE firm (
    firm_id   uuid    NOT NULL PRIMARY KEY,
    position  bigint  NOT NULL,
    name      text    NOT NULL,
    currency  char(3),
    time_zone text    NOT NULL,
    status    text    NOT NULL
);
SELECT rems_firm_owned('firm');
SELECT rems_grant_worker('firm', 'SELECT');


CREATE TABLE property (
    firm_id  uuid   NOT NULL,
    id       uuid   NOT NULL,
    position bigint NOT NULL,
    code     text   NOT NULL,
    name     text   NOT NULL,
    type     text,
    location text,
    PRIMARY KEY (firm_id, id)
);
SELECT rems_firm_owned('property');

CREATE TABLE owner (
    firm_id  uuid   NOT NULL,
    id       uuid   NOT NULL,
    position bigint NOT NULL,
    name     text   NOT NULL,
    type     text,
    PRIMARY KEY (firm_id, id)
);
SELECT rems_firm_owned('owner');
