-- What a property was worth on a day. A row is one revision: a correction supersedes it and writes the next one, so that
-- what was known at any moment can be told again.
CREATE TABLE valuation (
    firm_id       uuid        NOT NULL,
    id            uuid        NOT NULL,
    revision      bigint      NOT NULL,
    property_id   uuid        NOT NULL,
    valued_on     date        NOT NULL,
    amount_minor  bigint      NOT NULL CHECK (amount_minor > 0),
    currency      char(3)     NOT NULL,
    method        text        NOT NULL
        CHECK (method IN ('MARKET_COMPARISON', 'INCOME', 'COST', 'PURCHASE_PRICE', 'OTHER')),
    appraiser     text,
    note          text,
    recorded_at   timestamptz NOT NULL,
    superseded_at timestamptz,
    PRIMARY KEY (firm_id, id, revision),
    FOREIGN KEY (firm_id, property_id) REFERENCES property (firm_id, id),
    CHECK (superseded_at >= recorded_at)
);

-- The one revision of a valuation that holds.
CREATE UNIQUE INDEX valuation_current ON valuation (firm_id, id) WHERE superseded_at IS NULL;

-- A property has one value on a day; also finds the valuation in force on a day.
CREATE UNIQUE INDEX valuation_of_day ON valuation (firm_id, property_id, valued_on) WHERE superseded_at IS NULL;

-- What was known of a property at an earlier moment.
CREATE INDEX valuation_known ON valuation (firm_id, property_id, recorded_at);

SELECT rems_firm_owned('valuation');

-- The name of the schema keeps a session's temporary tables and functions out.
CREATE FUNCTION valuation_keep_history() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.superseded_at IS NULL AND NEW.superseded_at IS NOT NULL
        AND to_jsonb(NEW) - 'superseded_at' = to_jsonb(OLD) - 'superseded_at' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the history of valuations is not changed: supersede % and insert its next revision', OLD.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'valuation_history_kept';
END $$;

CREATE TRIGGER valuation_keeps_history BEFORE UPDATE OR DELETE ON valuation
    FOR EACH ROW EXECUTE FUNCTION valuation_keep_history();
