-- Who decides in an owner's stead. Nothing of it ever changes but that it ends.
CREATE TABLE delegation (
    firm_id       uuid        NOT NULL,
    id            uuid        NOT NULL,
    version       bigint      NOT NULL DEFAULT 1,
    owner_id      uuid        NOT NULL,
    delegate_id   uuid        NOT NULL, -- a portal user
    from_day      date        NOT NULL, -- in the firm's time zone
    until_day     date,                 -- exclusive
    most_minor    bigint      CHECK (most_minor > 0),
    currency      char(3),
    properties    uuid[]      CHECK (cardinality(properties) > 0), -- null: all of his
    categories    uuid[]      CHECK (cardinality(categories) > 0), -- null: all; each with those below it
    reason        text,
    granted_by    uuid        NOT NULL,
    granted_at    timestamptz NOT NULL,
    due_at        timestamptz,          -- when it ends by itself, as far as is known
    ended_because text        CHECK (ended_because IN
        ('REVOKED', 'OVER', 'OWNERSHIP_ENDED', 'DELEGATE_LEFT', 'OWNER_MERGED', 'OWNER_ARCHIVED')),
    ended_at      timestamptz,
    ended_by      uuid,
    end_reason    text,
    PRIMARY KEY (firm_id, id),
    CHECK (until_day > from_day),
    CHECK ((most_minor IS NULL) = (currency IS NULL)),
    CHECK ((ended_because IS NULL) = (ended_at IS NULL)),
    CHECK ((ended_because IS NOT DISTINCT FROM 'REVOKED') = (ended_by IS NOT NULL))
);
SELECT rems_firm_owned('delegation');
SELECT rems_grant_worker('delegation', 'SELECT');

-- Whom somebody stands for.
CREATE INDEX delegation_by_delegate ON delegation (firm_id, delegate_id);
-- Who stands for an owner.
CREATE INDEX delegation_by_owner ON delegation (firm_id, owner_id);
-- All that runs, as the calendar shows it and as cycles are looked for.
CREATE INDEX delegation_running ON delegation (firm_id, from_day) WHERE ended_at IS NULL;
-- What is due, whatever firm's.
CREATE INDEX delegation_due ON delegation (due_at) WHERE ended_at IS NULL;

-- A row a firm, locked while one of its delegations is granted: two at once could make a cycle together.
CREATE TABLE delegation_turn (
    firm_id  uuid        NOT NULL,
    taken_at timestamptz NOT NULL,
    PRIMARY KEY (firm_id)
);
SELECT rems_firm_owned('delegation_turn');

-- The category of an expense and all above it.
CREATE FUNCTION approval_categories_above(firm uuid, category uuid) RETURNS uuid[]
    LANGUAGE sql STABLE
AS
$$
WITH RECURSIVE above AS (
    SELECT c.id, c.parent_id FROM expense_category c WHERE c.firm_id = firm AND c.id = category
    UNION
    SELECT c.id, c.parent_id FROM above JOIN expense_category c ON c.firm_id = firm AND c.id = above.parent_id)
SELECT coalesce(array_agg(id), '{}') FROM above
$$;

-- For whom somebody may act on a day, each owner by every way that leads from him: the delegations, his own first, and
-- the properties that all of them are for (null: all).
CREATE FUNCTION approval_acting_for(firm uuid, person uuid, today date)
    RETURNS TABLE (owner_id uuid, way uuid[], properties uuid[])
    LANGUAGE sql STABLE
AS
$$
WITH RECURSIVE ways AS (
    SELECT d.owner_id, ARRAY [d.id] AS way, ARRAY [d.owner_id] AS passed, d.properties
      FROM delegation d
     WHERE d.firm_id = firm AND d.delegate_id = person AND d.ended_at IS NULL
       AND d.from_day <= today AND (d.until_day IS NULL OR d.until_day > today)
    UNION ALL
    SELECT d.owner_id, d.id || w.way, d.owner_id || w.passed,
           CASE WHEN d.properties IS NULL THEN w.properties
                WHEN w.properties IS NULL THEN d.properties
                ELSE ARRAY(SELECT unnest(d.properties) INTERSECT SELECT unnest(w.properties)) END
      FROM ways w
      JOIN portal_user u ON u.firm_id = firm AND u.owner_id = w.owner_id AND u.status = 'ACTIVE'
      JOIN delegation d ON d.firm_id = firm AND d.delegate_id = u.user_id AND d.ended_at IS NULL
           AND d.from_day <= today AND (d.until_day IS NULL OR d.until_day > today)
     WHERE cardinality(w.way) < 3 AND NOT d.owner_id = ANY (w.passed)
       AND EXISTS (SELECT FROM policy_value p
                    WHERE p.firm_id = firm AND p.key = 'approval.delegationChains' AND p.value = 'true'))
SELECT owner_id, way, properties FROM ways
$$;

-- What day it is where the firm is.
CREATE FUNCTION approval_day_of(firm uuid, at timestamptz) RETURNS date
    LANGUAGE sql STABLE
    RETURN CAST(at AT TIME ZONE coalesce((SELECT z.zone FROM firm_zone z WHERE z.firm_id = firm), 'Asia/Kuwait') AS date);
