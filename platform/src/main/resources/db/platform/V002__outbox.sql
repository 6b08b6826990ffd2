-- Events wait here, written in the transaction of the use case, until the relay has published them.
CREATE TABLE outbox (
    firm_id           uuid        NOT NULL,
    id                uuid        NOT NULL,
    slot              smallint    NOT NULL,                          -- of the aggregate's id: one relay at a time owns a slot
    position          bigint      GENERATED ALWAYS AS IDENTITY,      -- order in which rows were written
    written_by        xid8        NOT NULL DEFAULT pg_current_xact_id(),
    type              text        NOT NULL,
    subject           uuid        NOT NULL,
    aggregate_version bigint      NOT NULL,
    actor             text        NOT NULL,
    occurred_at       timestamptz NOT NULL,
    traceparent       text,
    data              text        NOT NULL,
    PRIMARY KEY (firm_id, id)
);
SELECT rems_firm_owned('outbox');
SELECT rems_grant_worker('outbox', 'SELECT, INSERT, DELETE');
-- What the relay reads: the oldest rows of its slots.
CREATE INDEX outbox_order ON outbox (slot, position);

-- Which relay publishes which slot, until when.
CREATE TABLE outbox_slot (
    slot       smallint    PRIMARY KEY,
    owner      uuid,
    held_until timestamptz NOT NULL DEFAULT '-infinity'
);
INSERT INTO outbox_slot (slot) SELECT generate_series(0, 15);
SELECT rems_grant_worker('outbox_slot', 'SELECT, UPDATE');
