-- Who is disabled is not known any more, and names are those of the assignments.
CREATE OR REPLACE FUNCTION approval_acting_for(firm uuid, person uuid, today date)
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
DROP VIEW firm_user;
DROP TABLE known_user;
