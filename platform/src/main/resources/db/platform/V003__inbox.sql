-- Events that a consumer has applied, recorded in the transaction that applied them: a second delivery does nothing.
CREATE TABLE inbox (
    firm_id     uuid        NOT NULL,
    consumer    text        NOT NULL,
    event_id    uuid        NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (firm_id, consumer, event_id)
);
SELECT rems_firm_owned('inbox');
