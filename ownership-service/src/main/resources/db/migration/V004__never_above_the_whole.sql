-- On no day do the shares of a property add up to more than the whole, whoever writes and however many at once.
-- Functions name their schema, so that no temporary table of a session stands in for ours.

-- Grows with every change of the property's ownership. Writers of one property meet in this row: the second one waits for
-- the first (READ COMMITTED) or fails (REPEATABLE READ and above, where its snapshot would not see the first one's rows).
ALTER TABLE property ADD COLUMN ownership_version bigint NOT NULL DEFAULT 0;

CREATE FUNCTION ownership_touch_property() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE property SET ownership_version = ownership_version + 1
     WHERE firm_id = NEW.firm_id AND id = NEW.property_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'property % is not in the firm of this transaction', NEW.property_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ownership_period_in_firm';
    END IF;
    RETURN NEW;
END $$;

-- Before the row, hence before its check, also where a session makes the check immediate.
CREATE TRIGGER ownership_period_touches_property BEFORE INSERT ON ownership_period
    FOR EACH ROW EXECUTE FUNCTION ownership_touch_property();

CREATE AGGREGATE ownership_common_denominator(numeric) (SFUNC = lcm, STYPE = numeric, INITCOND = '1');

-- Only the first days of periods can bring more than the whole. Whole numbers over one common denominator: no rounding.
-- At commit, so that a transaction may add before it ends; by then the touch above has put all other writers before it or behind it.
CREATE FUNCTION ownership_check_whole() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    exceeded record;
BEGIN
    -- A transaction that left the firm of its rows would not see what it has to add up.
    PERFORM FROM property WHERE firm_id = NEW.firm_id AND id = NEW.property_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'property % is not in the firm of this transaction', NEW.property_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ownership_period_in_firm';
    END IF;

    WITH held AS (
        SELECT valid_from, valid_to, share_numerator, share_denominator
          FROM ownership_period
         WHERE firm_id = NEW.firm_id AND property_id = NEW.property_id AND superseded_at IS NULL
           AND (NEW.valid_to IS NULL OR valid_from < NEW.valid_to)
           AND (valid_to IS NULL OR valid_to > NEW.valid_from)
    ), whole AS (
        SELECT ownership_common_denominator(share_denominator) AS parts FROM held
    ), day AS (
        SELECT DISTINCT greatest(valid_from, NEW.valid_from) AS first FROM held
    )
    SELECT day.first, sum(div(whole.parts, held.share_denominator) * held.share_numerator) AS total, whole.parts
      INTO exceeded
      FROM day CROSS JOIN whole
      JOIN held ON held.valid_from <= day.first AND (held.valid_to IS NULL OR held.valid_to > day.first)
     GROUP BY day.first, whole.parts
    HAVING sum(div(whole.parts, held.share_denominator) * held.share_numerator) > whole.parts
     ORDER BY day.first
     LIMIT 1;

    IF FOUND THEN
        RAISE EXCEPTION 'the shares of property % add up to %/% on %',
                NEW.property_id, exceeded.total, exceeded.parts, exceeded.first
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ownership_never_above_the_whole';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER ownership_never_above_the_whole AFTER INSERT ON ownership_period
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ownership_check_whole();

-- What was recorded stays as it was; the only change of a row is that another one supersedes it. It is also why INSERT
-- alone needs the check.
CREATE FUNCTION ownership_keep_history() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.superseded_at IS NULL AND NEW.superseded_at IS NOT NULL
        AND to_jsonb(NEW) - 'superseded_at' = to_jsonb(OLD) - 'superseded_at' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'ownership history is not changed: supersede period % and insert its next revision', OLD.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'ownership_history_kept';
END $$;

CREATE TRIGGER ownership_period_keeps_history BEFORE UPDATE OR DELETE ON ownership_period
    FOR EACH ROW EXECUTE FUNCTION ownership_keep_history();
