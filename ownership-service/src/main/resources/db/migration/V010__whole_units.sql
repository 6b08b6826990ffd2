-- What a unit has, and whether it is still let.
ALTER TABLE unit
    ADD COLUMN status         text NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('ACTIVE', 'ARCHIVED')),
    ADD COLUMN living_rooms   integer CHECK (living_rooms >= 0),
    ADD COLUMN parking_spaces integer CHECK (parking_spaces >= 0),
    ADD COLUMN note           text;
