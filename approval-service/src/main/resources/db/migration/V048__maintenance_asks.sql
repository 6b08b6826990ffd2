-- What another service asks for maintenance orders, once each, and how often each order was answered.
CREATE TABLE maintenance_ask (
    firm_id    uuid        NOT NULL,
    expense_id uuid        NOT NULL, -- what it becomes, unless it is refused
    order_id   uuid        NOT NULL,
    number     integer     NOT NULL CHECK (number > 0),
    asked      jsonb       NOT NULL,
    due_at     timestamptz,          -- next attempt; null once it is answered
    attempts   integer     NOT NULL DEFAULT 0,
    PRIMARY KEY (firm_id, expense_id),
    UNIQUE (firm_id, order_id, number)
);
SELECT rems_firm_owned('maintenance_ask');
SELECT rems_grant_worker('maintenance_ask', 'SELECT');

-- What is due, whatever firm's.
CREATE INDEX maintenance_ask_due ON maintenance_ask (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE maintenance_order (
    firm_id  uuid   NOT NULL,
    order_id uuid   NOT NULL,
    answers  bigint NOT NULL, -- the version of the order in what is told of it
    PRIMARY KEY (firm_id, order_id)
);
SELECT rems_firm_owned('maintenance_order');
