-- The firm's settings that make its approval policy, where it has set them.
CREATE TABLE policy_value (
    firm_id uuid   NOT NULL,
    key     text   NOT NULL,
    value   text,            -- null: back to the default
    version bigint NOT NULL, -- of the firm, when it said so
    PRIMARY KEY (firm_id, key)
);
SELECT rems_firm_owned('policy_value');

-- How an expense was routed; the holders and their votes stand with the request.
CREATE TABLE expense_route (
    firm_id         uuid    NOT NULL,
    expense_id      uuid    NOT NULL,
    limit_minor     bigint  NOT NULL,
    limit_currency  char(3) NOT NULL,
    others_minor    bigint  NOT NULL, -- in the currency of the expense
    split_window    text    NOT NULL, -- ISO 8601
    wanted_rule     text    NOT NULL,
    within_limit    boolean NOT NULL,
    ownership_as_of date    NOT NULL,
    PRIMARY KEY (firm_id, expense_id),
    FOREIGN KEY (firm_id, expense_id) REFERENCES expense (firm_id, id)
);
SELECT rems_firm_owned('expense_route');

-- A row a property, locked while one of its expenses is routed: two at once would not count each other.
CREATE TABLE routing_turn (
    firm_id     uuid        NOT NULL,
    property_id uuid        NOT NULL,
    taken_at    timestamptz NOT NULL,
    PRIMARY KEY (firm_id, property_id)
);
SELECT rems_firm_owned('routing_turn');

-- Expenses that wait until somebody can say who holds the property.
CREATE TABLE waiting_expense (
    firm_id    uuid        NOT NULL,
    expense_id uuid        NOT NULL,
    due_at     timestamptz NOT NULL, -- next attempt
    attempts   integer     NOT NULL DEFAULT 0,
    PRIMARY KEY (firm_id, expense_id),
    FOREIGN KEY (firm_id, expense_id) REFERENCES expense (firm_id, id)
);
SELECT rems_firm_owned('waiting_expense');
SELECT rems_grant_worker('waiting_expense', 'SELECT');

-- What is due, whatever firm's.
CREATE INDEX waiting_expense_due ON waiting_expense (due_at);
