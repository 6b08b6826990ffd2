-- When something was recorded is the database's to say: read from its clock after the property is locked, and later than
-- the last change of that property. Recorded times thus follow the order of commits, and no later writer records anything
-- before a time that somebody has asked about.
ALTER TABLE property
    ADD COLUMN ownership_recorded_at timestamptz,
    ADD COLUMN ownership_changed_in  xid8;

-- One change of a property's ownership: who recorded it, and why. Its periods carry the same recorded time.
CREATE TABLE ownership_change (
    firm_id     uuid        NOT NULL,
    property_id uuid        NOT NULL,
    version     bigint      NOT NULL,
    kind        text        NOT NULL,
    reason      text,
    transfer_id uuid,
    actor       text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (firm_id, property_id, version),
    FOREIGN KEY (firm_id, property_id) REFERENCES property (firm_id, id)
);

SELECT rems_firm_owned('ownership_change');

CREATE FUNCTION ownership_begin_change(firm uuid, changed uuid, OUT version_begun bigint, OUT time_begun timestamptz)
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    -- A statement of its own: only when nobody else writes or reads what is known now may the clock be read.
    PERFORM FROM property WHERE firm_id = firm AND id = changed FOR NO KEY UPDATE;
    UPDATE property
       SET ownership_version = ownership_version + 1,
           ownership_changed_in = pg_current_xact_id(),
           ownership_recorded_at = greatest(clock_timestamp(), ownership_recorded_at + interval '1 microsecond')
     WHERE firm_id = firm AND id = changed
    RETURNING ownership_version, ownership_recorded_at INTO version_begun, time_begun;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'property % is not in the firm of this transaction', changed
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ownership_period_in_firm';
    END IF;
END $$;

-- The time of the change that this transaction has begun; begins one if it has not. That the transaction wrote the row
-- itself (xmin) nobody can pretend.
CREATE FUNCTION ownership_recorded_time(firm uuid, changed uuid) RETURNS timestamptz
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    begun timestamptz;
BEGIN
    SELECT ownership_recorded_at INTO begun FROM property
     WHERE firm_id = firm AND id = changed
       AND ownership_changed_in = pg_current_xact_id() AND xmin = pg_current_xact_id()::xid;
    IF NOT FOUND THEN
        SELECT time_begun INTO begun FROM ownership_begin_change(firm, changed);
    END IF;
    RETURN begun;
END $$;

CREATE OR REPLACE FUNCTION ownership_touch_property() RETURNS trigger
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    NEW.recorded_at := ownership_recorded_time(NEW.firm_id, NEW.property_id);
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION ownership_keep_history() RETURNS trigger
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.superseded_at IS NULL AND NEW.superseded_at IS NOT NULL THEN
        NEW.superseded_at := NULL;
        IF NEW *= OLD THEN
            NEW.superseded_at := ownership_recorded_time(OLD.firm_id, OLD.property_id);
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'ownership history is not changed: supersede period % and insert its next revision', OLD.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'ownership_history_kept';
END $$;

CREATE FUNCTION ownership_keep_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'what was recorded of the ownership of property % is not changed', OLD.property_id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'ownership_history_kept';
END $$;

CREATE TRIGGER ownership_change_keeps_history BEFORE UPDATE OR DELETE ON ownership_change
    FOR EACH ROW EXECUTE FUNCTION ownership_keep_change();
