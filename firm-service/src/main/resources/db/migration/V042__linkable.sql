-- The owners and tenants of each firm that a login can be linked to, as the events of other services name them.
CREATE TABLE linkable (
    firm_id uuid NOT NULL,
    kind    text NOT NULL CHECK (kind IN ('OWNER', 'TENANT')),
    id      uuid NOT NULL,
    PRIMARY KEY (firm_id, kind, id)
);

SELECT rems_firm_owned('linkable');
