-- Of a table of ten owners nine rows need to know no more than that another one was written after them.
CREATE OR REPLACE FUNCTION ownership_check_whole() RETURNS trigger
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    exceeded record;
BEGIN
    PERFORM FROM ownership_period
      WHERE firm_id = NEW.firm_id AND property_id = NEW.property_id AND superseded_at IS NULL
        AND written_order > NEW.written_order;
    IF FOUND THEN
        RETURN NULL;
    END IF;

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
    ), whole AS (
        SELECT ownership_common_denominator(share_denominator) AS parts FROM held
    ), step AS (
        SELECT day, sum(change) AS change
          FROM whole, held,
               LATERAL (SELECT div(whole.parts, held.share_denominator) * held.share_numerator AS parts) AS share,
               LATERAL (VALUES (held.valid_from, share.parts), (held.valid_to, -share.parts)) AS boundary (day, change)
         WHERE day IS NOT NULL
         GROUP BY day
    ), total AS (
        SELECT day, sum(change) OVER (ORDER BY day) AS parts FROM step
    )
    SELECT total.day, total.parts AS total, whole.parts INTO exceeded
      FROM total, whole
     WHERE total.parts > whole.parts
     ORDER BY total.day
     LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'the shares of property % add up to %/% on %',
                NEW.property_id, exceeded.total, exceeded.parts, exceeded.day
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ownership_never_above_the_whole';
    END IF;

    PERFORM FROM ownership_period one
       JOIN ownership_period other
         ON other.firm_id = one.firm_id AND other.property_id = one.property_id AND other.owner_id <> one.owner_id
        AND other.superseded_at IS NULL AND other.primary_contact
        AND (other.valid_to IS NULL OR other.valid_to > one.valid_from)
        AND (one.valid_to IS NULL OR one.valid_to > other.valid_from)
      WHERE one.firm_id = NEW.firm_id AND one.property_id = NEW.property_id
        AND one.superseded_at IS NULL AND one.primary_contact AND one.xmin = pg_current_xact_id()::xid;
    IF FOUND THEN
        RAISE EXCEPTION 'property % has two primary contacts on a day', NEW.property_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ownership_one_primary_contact';
    END IF;
    RETURN NULL;
END $$;
