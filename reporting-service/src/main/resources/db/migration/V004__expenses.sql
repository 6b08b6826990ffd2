-- An expense as far as its events have told: any of them may be the first to arrive.
CREATE TABLE expense (
    firm_id           uuid   NOT NULL,
    id                uuid   NOT NULL,
    property_id       uuid,
    amount_minor      bigint,
    currency          char(3),
    spent_on          date,
    description       text,
    priority          text,
    recorded_position bigint NOT NULL DEFAULT 0,
    rule              text,
    requested_at      timestamptz,
    deadline          timestamptz,
    request_position  bigint NOT NULL DEFAULT 0,
    state             text   NOT NULL DEFAULT 'DRAFT',
    escalated_at      timestamptz,
    state_position    bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (firm_id, id)
);
SELECT rems_firm_owned('expense');

-- Pending approvals of a firm, the most urgent first; holds only what is open, whatever the number of expenses.
CREATE INDEX expense_pending ON expense (firm_id, deadline, id) WHERE state IN ('PENDING', 'ESCALATED');
-- Approved expenses to divide anew when the ownership of a property is corrected.
CREATE INDEX expense_approved ON expense (firm_id, property_id, spent_on) WHERE state IN ('APPROVED', 'PAID');

-- Who was asked in the latest round.
CREATE TABLE voter (
    firm_id           uuid     NOT NULL,
    expense_id        uuid     NOT NULL,
    ordinal           smallint NOT NULL,
    type              text     NOT NULL,
    owner_id          uuid, -- none for the administrators, who vote for the firm's own part
    share_numerator   bigint,
    share_denominator bigint,
    PRIMARY KEY (firm_id, expense_id, ordinal),
    FOREIGN KEY (firm_id, expense_id) REFERENCES expense (firm_id, id)
);
SELECT rems_firm_owned('voter');

-- What they answered; `position` tells whether it was in the latest round. The nil identifier stands for the administrators.
CREATE TABLE vote (
    firm_id    uuid   NOT NULL,
    expense_id uuid   NOT NULL,
    owner_id   uuid   NOT NULL,
    verdict    text   NOT NULL,
    position   bigint NOT NULL,
    PRIMARY KEY (firm_id, expense_id, owner_id)
);
SELECT rems_firm_owned('vote');

-- Open requests that wait for an owner's answer. A row goes when he answers or the request is decided.
CREATE TABLE awaited_vote (
    firm_id     uuid        NOT NULL,
    owner_id    uuid        NOT NULL,
    expense_id  uuid        NOT NULL,
    property_id uuid        NOT NULL,
    deadline    timestamptz NOT NULL,
    PRIMARY KEY (firm_id, expense_id, owner_id),
    FOREIGN KEY (firm_id, expense_id) REFERENCES expense (firm_id, id)
);
SELECT rems_firm_owned('awaited_vote');

-- An owner's pending approvals, the most urgent first.
CREATE INDEX awaited_vote_of_owner ON awaited_vote (firm_id, owner_id, deadline, expense_id);
-- The same counted by property, for his portfolio.
CREATE INDEX awaited_vote_by_property ON awaited_vote (firm_id, owner_id, property_id);
