-- All that an owner held goes to his heirs: one transfer for each property names the inheritance.
CREATE TABLE inheritance (
    firm_id      uuid        NOT NULL,
    id           uuid        NOT NULL,
    owner_id     uuid        NOT NULL,
    effective_on date        NOT NULL,
    reason       text,
    papers       jsonb       NOT NULL,
    recorded_at  timestamptz NOT NULL,
    recorded_by  text        NOT NULL,
    PRIMARY KEY (firm_id, id),
    FOREIGN KEY (firm_id, owner_id) REFERENCES owner (firm_id, id)
);
SELECT rems_firm_owned('inheritance');

CREATE TABLE inheritance_heir (
    firm_id              uuid     NOT NULL,
    inheritance_id       uuid     NOT NULL,
    position             smallint NOT NULL,
    owner_id             uuid     NOT NULL,
    fraction_numerator   bigint   NOT NULL,
    fraction_denominator bigint   NOT NULL,
    primary_contact      boolean  NOT NULL,
    PRIMARY KEY (firm_id, inheritance_id, position),
    CONSTRAINT inheritance_heir_once UNIQUE (firm_id, inheritance_id, owner_id),
    FOREIGN KEY (firm_id, inheritance_id) REFERENCES inheritance (firm_id, id),
    FOREIGN KEY (firm_id, owner_id) REFERENCES owner (firm_id, id),
    CHECK (fraction_numerator BETWEEN 1 AND fraction_denominator)
);
SELECT rems_firm_owned('inheritance_heir');

ALTER TABLE transfer
    ADD CONSTRAINT transfer_of_inheritance FOREIGN KEY (firm_id, inheritance_id) REFERENCES inheritance (firm_id, id);
