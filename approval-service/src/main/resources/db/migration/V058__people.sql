-- Who works in the firm, as firm-service has told: whom an owner may send in his stead, and who is linked to whom.
CREATE TABLE portal_user (
    firm_id       uuid   NOT NULL,
    assignment_id uuid   NOT NULL,
    user_id       uuid   NOT NULL,
    name          text   NOT NULL,
    role          text   NOT NULL,
    access_level  text   NOT NULL,
    owner_id      uuid,
    status        text   NOT NULL CHECK (status IN ('SCHEDULED', 'ACTIVE', 'SUSPENDED', 'ENDED')),
    version       bigint NOT NULL, -- of the assignment
    PRIMARY KEY (firm_id, assignment_id)
);
SELECT rems_firm_owned('portal_user');

-- What somebody is in the firm.
CREATE INDEX portal_user_by_user ON portal_user (firm_id, user_id);
-- Who acts as an owner.
CREATE INDEX portal_user_by_owner ON portal_user (firm_id, owner_id) WHERE owner_id IS NOT NULL;

-- The firm's owners by name, as ownership-service has told.
CREATE TABLE owner (
    firm_id  uuid    NOT NULL,
    id       uuid    NOT NULL,
    name     text    NOT NULL,
    archived boolean NOT NULL,
    version  bigint  NOT NULL,
    PRIMARY KEY (firm_id, id)
);
SELECT rems_firm_owned('owner');
