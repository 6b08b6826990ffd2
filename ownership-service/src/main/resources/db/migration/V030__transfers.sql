-- Shares that go from one holder to others: one document each, from the first plan to the counter-transfer.
CREATE TABLE transfer (
    firm_id        uuid        NOT NULL,
    id             uuid        NOT NULL,
    version        bigint      NOT NULL,
    property_id    uuid        NOT NULL,
    state          text        NOT NULL CHECK (state IN ('SCHEDULED', 'FAILED', 'CANCELLED', 'EXECUTED', 'REVERSED')),
    kind           text        NOT NULL CHECK (kind IN ('SALE', 'INHERITANCE', 'GIFT', 'SETTLEMENT', 'OTHER')),
    effective_on   date        NOT NULL,
    reason         text,
    papers         jsonb       NOT NULL,
    inheritance_id uuid,                 -- the whole portfolio that it is part of
    reverses       uuid,                 -- the transfer that this one takes back
    reversed_by    uuid,
    requested_at   timestamptz NOT NULL,
    requested_by   text        NOT NULL,
    settled_at     timestamptz,          -- when it was executed, cancelled or failed
    cancellation   text,
    failure        jsonb,                -- the refusal: code, detail, facts
    PRIMARY KEY (firm_id, id),
    FOREIGN KEY (firm_id, property_id) REFERENCES property (firm_id, id),
    FOREIGN KEY (firm_id, reverses) REFERENCES transfer (firm_id, id),
    FOREIGN KEY (firm_id, reversed_by) REFERENCES transfer (firm_id, id),
    -- A transfer is taken back once, whoever tries at the same time.
    CONSTRAINT transfer_reversed_once UNIQUE (firm_id, reverses),
    CHECK ((state = 'SCHEDULED') = (settled_at IS NULL)),
    CHECK ((state = 'CANCELLED') = (cancellation IS NOT NULL)),
    CHECK ((state = 'FAILED') = (failure IS NOT NULL)),
    CHECK ((state = 'REVERSED') = (reversed_by IS NOT NULL))
);
SELECT rems_firm_owned('transfer');

-- The list, newest first; of one property; of one state; of one inheritance; a property's open ones before a new one.
CREATE INDEX transfer_by_day ON transfer (firm_id, effective_on, id);
CREATE INDEX transfer_of_property ON transfer (firm_id, property_id, effective_on, id);
CREATE INDEX transfer_open ON transfer (firm_id, state, effective_on, id) WHERE state IN ('SCHEDULED', 'FAILED');
CREATE INDEX transfer_of_inheritance ON transfer (firm_id, inheritance_id) WHERE inheritance_id IS NOT NULL;

-- Who gives what and who receives it. Of a planned transfer what is meant; of an executed one what was found, with the
-- terms on which the giver had it, so that a counter-transfer can restore them.
CREATE TABLE transfer_piece (
    firm_id                uuid     NOT NULL,
    transfer_id            uuid     NOT NULL,
    side                   text     NOT NULL CHECK (side IN ('GIVEN', 'RECEIVED')),
    position               smallint NOT NULL,
    owner_id               uuid,              -- null: the firm's part
    share_numerator        bigint   NOT NULL,
    share_denominator      bigint   NOT NULL,
    valid_from             date     NOT NULL,
    valid_to               date,
    period_id              uuid,              -- null: the firm's, or not looked up yet
    type                   text     CHECK (type IN ('INDIVIDUAL', 'CORPORATE', 'PARTNERSHIP')),
    acquisition            text
        CHECK (acquisition IN ('PURCHASE', 'INHERITANCE', 'GIFT', 'TRANSFER', 'FOUNDING', 'OTHER')),
    primary_contact        boolean,
    management_fee_percent numeric(9, 6) CHECK (management_fee_percent BETWEEN 0 AND 100),
    note                   text,
    PRIMARY KEY (firm_id, transfer_id, side, position),
    FOREIGN KEY (firm_id, transfer_id) REFERENCES transfer (firm_id, id),
    FOREIGN KEY (firm_id, owner_id) REFERENCES owner (firm_id, id),
    CHECK (share_numerator BETWEEN 1 AND share_denominator),
    CHECK (valid_to > valid_from),
    CHECK ((period_id IS NULL) = (type IS NULL) AND (period_id IS NULL) = (acquisition IS NULL)
        AND (period_id IS NULL) = (primary_contact IS NULL) AND (owner_id IS NOT NULL OR period_id IS NULL))
);
SELECT rems_firm_owned('transfer_piece');

-- The transfers of an owner, and whether he may see one.
CREATE INDEX transfer_piece_of_owner ON transfer_piece (firm_id, owner_id, transfer_id) WHERE owner_id IS NOT NULL;
