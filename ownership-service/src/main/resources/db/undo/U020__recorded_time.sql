CREATE OR REPLACE FUNCTION ownership_touch_property() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE property SET ownership_version = ownership_version + 1
     WHERE firm_id = NEW.firm_id AND id = NEW.property_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'property % is not in the firm of this transaction', NEW.property_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ownership_period_in_firm';
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION ownership_keep_history() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.superseded_at IS NULL AND NEW.superseded_at IS NOT NULL
        AND to_jsonb(NEW) - 'superseded_at' = to_jsonb(OLD) - 'superseded_at' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'ownership history is not changed: supersede period % and insert its next revision', OLD.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'ownership_history_kept';
END $$;

DROP TABLE ownership_change;
DROP FUNCTION ownership_keep_change();
DROP FUNCTION ownership_recorded_time(uuid, uuid);
DROP FUNCTION ownership_begin_change(uuid, uuid);
ALTER TABLE property DROP COLUMN ownership_recorded_at, DROP COLUMN ownership_changed_in;
