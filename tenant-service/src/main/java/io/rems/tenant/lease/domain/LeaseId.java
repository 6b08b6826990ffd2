package io.rems.tenant.lease.domain;

import java.util.UUID;

/** A lease, within its firm. */
public record LeaseId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
