-- Each asking for approval, as far as its events have told: any of them may be the first to arrive.
CREATE TABLE approval_round (
    firm_id      uuid        NOT NULL,
    expense_id   uuid        NOT NULL,
    round        integer     NOT NULL,
    property_id  uuid,
    requested_at timestamptz,          -- none where nobody was asked
    deadline     timestamptz,
    escalated_at timestamptz,
    ended_at     timestamptz,
    ending       text,                 -- APPROVED, REJECTED, RETURNED, WITHDRAWN, or AUTOMATIC where nobody was asked
    PRIMARY KEY (firm_id, expense_id, round)
);
SELECT rems_firm_owned('approval_round');
SELECT rems_grant_worker('approval_round', 'SELECT');

-- What was asked for, and what ended, within some days.
CREATE INDEX approval_round_requested ON approval_round (firm_id, requested_at);
CREATE INDEX approval_round_ended ON approval_round (firm_id, ended_at);
-- What is open now, whatever there ever was.
CREATE INDEX approval_round_open ON approval_round (firm_id, deadline) WHERE requested_at IS NOT NULL AND ended_at IS NULL;

-- Who has answered, for whom; the nil identifier stands for the administrators.
CREATE TABLE approval_answer (
    firm_id     uuid        NOT NULL,
    expense_id  uuid        NOT NULL,
    round       integer     NOT NULL,
    owner_id    uuid        NOT NULL,
    user_id     uuid        NOT NULL,
    verdict     text        NOT NULL,
    answered_at timestamptz NOT NULL,
    PRIMARY KEY (firm_id, expense_id, round, owner_id)
);
SELECT rems_firm_owned('approval_answer');

-- The answers of some days.
CREATE INDEX approval_answer_given ON approval_answer (firm_id, answered_at);
