CREATE OR REPLACE FUNCTION ownership_check_whole() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
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

CREATE OR REPLACE FUNCTION ownership_touch_property() RETURNS trigger
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    NEW.recorded_at := ownership_recorded_time(NEW.firm_id, NEW.property_id);
    RETURN NEW;
END $$;

ALTER TABLE ownership_period DROP COLUMN written_order;
