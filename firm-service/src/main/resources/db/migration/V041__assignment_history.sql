-- Every change of an assignment: who, when, why, and what held before and after it. Validity stands in before and after,
-- recorded_at says when it became known: both times are kept, and nothing is ever written over.
CREATE TABLE assignment_change (
    firm_id       uuid        NOT NULL,
    assignment_id uuid        NOT NULL,
    version       bigint      NOT NULL, -- of the assignment after the change
    change        text        NOT NULL,
    actor         text        NOT NULL,
    recorded_at   timestamptz NOT NULL,
    reason        text,
    before        jsonb,
    after         jsonb       NOT NULL,
    PRIMARY KEY (firm_id, assignment_id, version),
    FOREIGN KEY (firm_id, assignment_id) REFERENCES assignment
);

SELECT rems_firm_owned('assignment_change');
SELECT rems_grant_worker('assignment_change', 'INSERT');
DO
$$
BEGIN
    EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON assignment_change FROM %I', rems_role('app'));
END
$$;
