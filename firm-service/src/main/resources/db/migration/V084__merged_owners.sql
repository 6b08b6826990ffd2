-- Owners who were registered twice, and under which entry they go on: logins linked to the other one follow.
CREATE TABLE merged_owner (
    firm_id       uuid NOT NULL,
    owner_id      uuid NOT NULL,
    into_owner_id uuid NOT NULL,
    PRIMARY KEY (firm_id, owner_id)
);
SELECT rems_firm_owned('merged_owner');
SELECT rems_grant_worker('merged_owner', 'SELECT');

-- The logins of an owner.
CREATE INDEX assignment_of_owner ON assignment (firm_id, owner_id) WHERE owner_id IS NOT NULL AND ended_at IS NULL;
