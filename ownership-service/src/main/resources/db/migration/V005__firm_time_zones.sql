-- What this service needs to know of a firm: where its day begins. Kept from rems.firm.events.
CREATE TABLE firm_time_zone (
    firm_id   uuid NOT NULL PRIMARY KEY,
    time_zone text NOT NULL
);

SELECT rems_firm_owned('firm_time_zone');
