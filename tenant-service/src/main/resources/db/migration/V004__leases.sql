-- Gives equality on uuid to the index of an exclusion constraint; a trusted extension, so the database's owner may add it.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE lease (
    firm_id            uuid    NOT NULL,
    id                 uuid    NOT NULL,
    version            bigint  NOT NULL,
    number             text    NOT NULL,
    unit_id            uuid    NOT NULL,
    tenant_id          uuid    NOT NULL,
    starts_on          date    NOT NULL,
    ends_on            date    NOT NULL, -- the last day, included
    rent_minor         bigint  NOT NULL CHECK (rent_minor >= 0),
    deposit_minor      bigint           CHECK (deposit_minor >= 0),
    currency           char(3) NOT NULL,
    state              text    NOT NULL CHECK (state IN ('DRAFT', 'ACTIVE', 'ENDED', 'TERMINATED')),
    terminated_on      date,
    termination_reason text,
    PRIMARY KEY (firm_id, id),
    CONSTRAINT lease_number_key UNIQUE (firm_id, number),
    CONSTRAINT lease_unit_fkey FOREIGN KEY (firm_id, unit_id) REFERENCES unit (firm_id, id),
    CONSTRAINT lease_tenant_fkey FOREIGN KEY (firm_id, tenant_id) REFERENCES tenant (firm_id, id),
    CONSTRAINT lease_period CHECK (starts_on <= ends_on),
    CONSTRAINT lease_termination CHECK (
        (state = 'TERMINATED') = (terminated_on IS NOT NULL AND termination_reason IS NOT NULL)
        AND terminated_on BETWEEN starts_on AND ends_on)
);
SELECT rems_firm_owned('lease');

-- The leases of a unit, and those of a tenant.
CREATE INDEX lease_by_unit ON lease (firm_id, unit_id, starts_on);
CREATE INDEX lease_by_tenant ON lease (firm_id, tenant_id);
-- The list of leases in the order of its usual columns.
CREATE INDEX lease_by_start ON lease (firm_id, starts_on, id);
CREATE INDEX lease_by_end ON lease (firm_id, ends_on, id);

CREATE TABLE lease_co_tenant (
    firm_id   uuid NOT NULL,
    lease_id  uuid NOT NULL,
    tenant_id uuid NOT NULL,
    PRIMARY KEY (firm_id, lease_id, tenant_id),
    FOREIGN KEY (firm_id, lease_id) REFERENCES lease (firm_id, id),
    CONSTRAINT co_tenant_tenant_fkey FOREIGN KEY (firm_id, tenant_id) REFERENCES tenant (firm_id, id)
);
SELECT rems_firm_owned('lease_co_tenant');

CREATE INDEX lease_co_tenant_by_tenant ON lease_co_tenant (firm_id, tenant_id);

-- The days for which a unit is taken. It stands apart from the lease so that the promise "no unit is let twice on one
-- day" rests on this one table, which an engine without exclusion constraints can keep in another way.
CREATE TABLE occupancy (
    firm_id  uuid      NOT NULL,
    lease_id uuid      NOT NULL,
    unit_id  uuid      NOT NULL,
    days     daterange NOT NULL CHECK (NOT isempty(days)),
    PRIMARY KEY (firm_id, lease_id),
    FOREIGN KEY (firm_id, lease_id) REFERENCES lease (firm_id, id),
    CONSTRAINT occupancy_never_overlaps EXCLUDE USING gist (firm_id WITH =, unit_id WITH =, days WITH &&)
);
SELECT rems_firm_owned('occupancy');
