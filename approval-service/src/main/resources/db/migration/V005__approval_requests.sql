-- An expense before those who decide on it. Its state and version are the expense's: the two change together.
CREATE TABLE approval_request (
    firm_id       uuid        NOT NULL,
    expense_id    uuid        NOT NULL,
    rule          text        NOT NULL CHECK (rule IN ('SHARE_MAJORITY', 'ANY_OWNER', 'PRIMARY_CONTACT', 'UNANIMOUS')),
    self_approval boolean     NOT NULL,
    requested_at  timestamptz NOT NULL,
    deadline      timestamptz, -- null where nobody's word was needed
    escalated_at  timestamptz,
    decided_by    uuid,
    decided_at    timestamptz,
    comment       text,
    PRIMARY KEY (firm_id, expense_id),
    FOREIGN KEY (firm_id, expense_id) REFERENCES expense (firm_id, id)
);
SELECT rems_firm_owned('approval_request');

-- The holders of the property on the expense date, as they were found at submission, and their votes.
CREATE TABLE approval_seat (
    firm_id         uuid     NOT NULL,
    expense_id      uuid     NOT NULL,
    position        smallint NOT NULL,
    owner_id        uuid,              -- null: the firm's part
    share           text     NOT NULL, -- an exact fraction, '1/3'
    primary_contact boolean  NOT NULL,
    votes           boolean  NOT NULL, -- whether the seat decides under the rule
    verdict         text     CHECK (verdict IN ('APPROVED', 'REJECTED')),
    voted_by        uuid,
    voted_at        timestamptz,
    comment         text,
    PRIMARY KEY (firm_id, expense_id, position),
    FOREIGN KEY (firm_id, expense_id) REFERENCES approval_request (firm_id, expense_id),
    CHECK ((verdict IS NULL) = (voted_by IS NULL) AND (verdict IS NULL) = (voted_at IS NULL))
);
SELECT rems_firm_owned('approval_seat');

-- What waits for an owner.
CREATE INDEX approval_seat_by_owner ON approval_seat (firm_id, owner_id, expense_id);

-- One row for each pending request, gone once it is decided or escalated.
CREATE TABLE approval_deadline (
    firm_id    uuid        NOT NULL,
    expense_id uuid        NOT NULL,
    due_at     timestamptz NOT NULL,
    PRIMARY KEY (firm_id, expense_id),
    FOREIGN KEY (firm_id, expense_id) REFERENCES approval_request (firm_id, expense_id)
);
SELECT rems_firm_owned('approval_deadline');
SELECT rems_grant_worker('approval_deadline', 'SELECT');

-- What is due, whatever firm's.
CREATE INDEX approval_deadline_due ON approval_deadline (due_at);
