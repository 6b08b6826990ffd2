-- Where the firm is: its days begin there.
CREATE TABLE firm_zone (
    firm_id uuid   NOT NULL,
    zone    text   NOT NULL,
    version bigint NOT NULL, -- of the firm, when it said so
    PRIMARY KEY (firm_id)
);
SELECT rems_firm_owned('firm_zone');

-- What is recorded again and again.
CREATE TABLE recurring_expense (
    firm_id         uuid    NOT NULL,
    id              uuid    NOT NULL,
    version         bigint  NOT NULL DEFAULT 1,
    property_id     uuid    NOT NULL,
    unit_id         uuid,
    category_id     uuid    NOT NULL,
    type_id         uuid,
    vendor_id       uuid,
    amount_minor    bigint  NOT NULL CHECK (amount_minor > 0),
    tax_minor       bigint  CHECK (tax_minor BETWEEN 0 AND amount_minor),
    currency        char(3) NOT NULL,
    description     text    NOT NULL,
    priority        text    NOT NULL CHECK (priority IN ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
    every_months    integer NOT NULL CHECK (every_months > 0),
    day             integer NOT NULL CHECK (day BETWEEN 1 AND 31),
    first_day       date    NOT NULL,
    last_day        date    CHECK (last_day >= first_day),
    submit          boolean NOT NULL,
    submitter       uuid,               -- in whose name
    status          text    NOT NULL CHECK (status IN ('ACTIVE', 'PAUSED', 'ENDED')),
    stopped_because text,
    next_on         date,               -- in the firm's zone
    due_at          timestamptz,        -- where that day begins
    PRIMARY KEY (firm_id, id),
    CHECK ((next_on IS NULL) = (due_at IS NULL)),
    CHECK (status <> 'ACTIVE' OR next_on IS NOT NULL),
    CONSTRAINT recurring_expense_category FOREIGN KEY (firm_id, category_id)
        REFERENCES expense_category (firm_id, id),
    CONSTRAINT recurring_expense_type FOREIGN KEY (firm_id, category_id, type_id)
        REFERENCES expense_type (firm_id, category_id, id),
    CONSTRAINT recurring_expense_vendor FOREIGN KEY (firm_id, vendor_id) REFERENCES vendor (firm_id, id)
);
SELECT rems_firm_owned('recurring_expense');
SELECT rems_grant_worker('recurring_expense', 'SELECT');

-- What is due, whatever firm's.
CREATE INDEX recurring_expense_due ON recurring_expense (due_at) WHERE status = 'ACTIVE';

-- Each occurrence once; its expense may have been deleted since.
CREATE TABLE recurring_occurrence (
    firm_id      uuid        NOT NULL,
    recurring_id uuid        NOT NULL,
    occurs_on    date        NOT NULL,
    expense_id   uuid        NOT NULL,
    recorded_at  timestamptz NOT NULL,
    PRIMARY KEY (firm_id, recurring_id, occurs_on),
    FOREIGN KEY (firm_id, recurring_id) REFERENCES recurring_expense (firm_id, id)
);
SELECT rems_firm_owned('recurring_occurrence');
