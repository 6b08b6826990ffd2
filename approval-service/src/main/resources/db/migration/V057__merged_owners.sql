-- Owners who were registered twice, and under which entry they go on. What was asked of the one stays written so; whose it is
-- now is looked up where it is read, so that it does not matter which of the two is heard of first.
CREATE TABLE merged_owner (
    firm_id       uuid   NOT NULL,
    owner_id      uuid   NOT NULL,
    into_owner_id uuid   NOT NULL,
    version       bigint NOT NULL, -- of the entry that was merged
    PRIMARY KEY (firm_id, owner_id)
);
SELECT rems_firm_owned('merged_owner');

-- Whom an owner stands for: what waits for him.
CREATE INDEX merged_owner_into ON merged_owner (firm_id, into_owner_id);
