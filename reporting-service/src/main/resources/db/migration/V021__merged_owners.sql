-- Owners who were registered twice, and under which entry they go on: what was asked of the one waits for the other.
CREATE TABLE merged_owner (
    firm_id       uuid   NOT NULL,
    owner_id      uuid   NOT NULL,
    into_owner_id uuid   NOT NULL,
    position      bigint NOT NULL,
    PRIMARY KEY (firm_id, owner_id)
);
SELECT rems_firm_owned('merged_owner');
