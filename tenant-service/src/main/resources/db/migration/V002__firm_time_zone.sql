-- A lease's days are days in the firm's time zone; firm-service says which that is.
CREATE TABLE firm_time_zone (
    firm_id   uuid NOT NULL PRIMARY KEY,
    time_zone text NOT NULL
);
SELECT rems_firm_owned('firm_time_zone');
