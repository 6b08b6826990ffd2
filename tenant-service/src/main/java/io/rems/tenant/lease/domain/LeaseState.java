package io.rems.tenant.lease.domain;

/** The states of a lease by the names that clients and tables know. */
public enum LeaseState {
    DRAFT,
    ACTIVE,
    ENDED,
    TERMINATED;

    public static LeaseState of(Lease lease) {
        return switch (lease) {
            case Lease.Draft _ -> DRAFT;
            case Lease.Active _ -> ACTIVE;
            case Lease.Ended _ -> ENDED;
            case Lease.Terminated _ -> TERMINATED;
        };
    }
}
