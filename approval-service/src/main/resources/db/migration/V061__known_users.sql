-- What portal users are called and whether they may do anything at all, as firm-service tells of them whatever firms they
-- work in: it is no firm's. Each part with the version of the user that told it, for news may come late.
CREATE TABLE known_user (
    user_id     uuid    PRIMARY KEY,
    name        text,
    named_at    bigint  NOT NULL DEFAULT 0,
    disabled    boolean NOT NULL DEFAULT false,
    disabled_at bigint  NOT NULL DEFAULT 0
);
SELECT rems_shared('known_user', 'SELECT, INSERT, UPDATE');

-- Who works in the firm, as he is called now; who is disabled is kept out as one whose assignment is suspended.
CREATE VIEW firm_user WITH (security_invoker = true) AS
    SELECT u.firm_id, u.assignment_id, u.user_id, coalesce(k.name, u.name) AS name, u.role, u.access_level, u.owner_id,
           CASE WHEN u.status = 'ACTIVE' AND k.disabled THEN 'SUSPENDED' ELSE u.status END AS status,
           coalesce(k.disabled, false) AS disabled, u.version
      FROM portal_user u
      LEFT JOIN known_user k ON k.user_id = u.user_id;
SELECT rems_shared('firm_user', 'SELECT');

-- As before, and: nobody acts who is kept out of the firm, nothing holds that a disabled login of the owner's granted, and
-- no way passes the owner who the person is himself.
CREATE OR REPLACE FUNCTION approval_acting_for(firm uuid, person uuid, today date)
    RETURNS TABLE (owner_id uuid, way uuid[], properties uuid[])
    LANGUAGE sql STABLE
AS
$$
WITH RECURSIVE me AS (
    SELECT u.user_id, u.owner_id FROM firm_user u
     WHERE u.firm_id = firm AND u.user_id = person AND u.status = 'ACTIVE' LIMIT 1),
ways AS (
    SELECT d.owner_id, ARRAY [d.id] AS way, ARRAY [d.owner_id, m.owner_id] AS passed, d.properties
      FROM me m
      JOIN delegation d ON d.firm_id = firm AND d.delegate_id = m.user_id AND d.ended_at IS NULL
           AND d.from_day <= today AND (d.until_day IS NULL OR d.until_day > today)
     WHERE d.owner_id IS DISTINCT FROM m.owner_id
       AND NOT EXISTS (SELECT FROM firm_user g
                        WHERE g.firm_id = firm AND g.user_id = d.granted_by AND g.owner_id = d.owner_id AND g.disabled)
    UNION ALL
    SELECT d.owner_id, d.id || w.way, d.owner_id || w.passed,
           CASE WHEN d.properties IS NULL THEN w.properties
                WHEN w.properties IS NULL THEN d.properties
                ELSE ARRAY(SELECT unnest(d.properties) INTERSECT SELECT unnest(w.properties)) END
      FROM ways w
      JOIN firm_user u ON u.firm_id = firm AND u.owner_id = w.owner_id AND u.status = 'ACTIVE'
      JOIN delegation d ON d.firm_id = firm AND d.delegate_id = u.user_id AND d.ended_at IS NULL
           AND d.from_day <= today AND (d.until_day IS NULL OR d.until_day > today)
     WHERE cardinality(w.way) < 3 AND array_position(w.passed, d.owner_id) IS NULL
       AND NOT EXISTS (SELECT FROM firm_user g
                        WHERE g.firm_id = firm AND g.user_id = d.granted_by AND g.owner_id = d.owner_id AND g.disabled)
       AND EXISTS (SELECT FROM policy_value p
                    WHERE p.firm_id = firm AND p.key = 'approval.delegationChains' AND p.value = 'true'))
SELECT owner_id, way, properties FROM ways
$$;
