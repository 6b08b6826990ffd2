-- What holds for a property or an owner otherwise than for the firm. A row whose rule and limit are gone stays for its
-- version: what comes next must follow on it.
CREATE TABLE policy_override (
    firm_id        uuid        NOT NULL,
    origin         text        NOT NULL CHECK (origin IN ('PROPERTY', 'OWNER')),
    subject_id     uuid        NOT NULL, -- the property or owner
    version        bigint      NOT NULL,
    rule           text        CHECK (rule IN ('SHARE_MAJORITY', 'ANY_OWNER', 'PRIMARY_CONTACT', 'UNANIMOUS')),
    limit_minor    bigint      CHECK (limit_minor >= 0),
    limit_currency char(3),
    reason         text,
    set_by         text        NOT NULL,
    set_at         timestamptz NOT NULL,
    PRIMARY KEY (firm_id, origin, subject_id),
    CHECK ((limit_minor IS NULL) = (limit_currency IS NULL)),
    CHECK (rule IS NULL OR origin = 'PROPERTY')
);
SELECT rems_firm_owned('policy_override');

-- Which limits there were, whose was the lowest, and which expenses were added up.
ALTER TABLE expense_route
    ADD property_rule text,
    ADD limits        jsonb   NOT NULL DEFAULT '[]',
    ADD others        jsonb   NOT NULL DEFAULT '[]', -- the latest of them
    ADD others_count  integer NOT NULL DEFAULT 0;

-- The rows of all firms, within this migration only.
ALTER TABLE expense_route NO FORCE ROW LEVEL SECURITY;
UPDATE expense_route SET limits = jsonb_build_array(jsonb_build_object(
    'origin', 'FIRM', 'minor', limit_minor, 'currency', limit_currency, 'counts', true));
ALTER TABLE expense_route FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN expense_route.limit_minor IS 'the lowest of all limits';
COMMENT ON COLUMN expense_route.wanted_rule IS 'the firm''s';
