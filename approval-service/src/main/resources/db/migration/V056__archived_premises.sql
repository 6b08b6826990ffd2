-- Whether ownership-service still works with a property or unit. A version of its own, for the news comes by a subscription
-- of its own, in no order with the names.
ALTER TABLE property
    ADD COLUMN archived    boolean NOT NULL DEFAULT false,
    ADD COLUMN archival_at bigint  NOT NULL DEFAULT 0;
ALTER TABLE unit
    ADD COLUMN archived    boolean NOT NULL DEFAULT false,
    ADD COLUMN archival_at bigint  NOT NULL DEFAULT 0;
