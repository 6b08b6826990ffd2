-- An owner who was registered twice goes on under one entry; the other stays for what was written with it, and points to
-- the one that goes on (never to another merged one).
ALTER TABLE owner
    ADD COLUMN merged_into uuid,
    ADD COLUMN merged_at   timestamptz,
    ADD CONSTRAINT owner_merged_into FOREIGN KEY (firm_id, merged_into) REFERENCES owner (firm_id, id),
    ADD CONSTRAINT owner_not_merged_into_himself CHECK (merged_into <> id),
    ADD CONSTRAINT owner_merged_at_some_time CHECK ((merged_into IS NULL) = (merged_at IS NULL));

-- Whom an owner stands for: what is written under other entries of his.
CREATE INDEX owner_merged ON owner (firm_id, merged_into) WHERE merged_into IS NOT NULL;
