package io.rems.firm.firm;

import static io.rems.firm.firm.FirmStatus.ACTIVE;
import static io.rems.firm.firm.FirmStatus.CLOSED;
import static io.rems.firm.firm.FirmStatus.SUSPENDED;

import java.util.Set;

/** What the operator of REMS may do to a firm as a whole, and from where; closing is final. */
enum StatusChange {
    SUSPENSION("rems.firm.FirmSuspended.v1", SUSPENDED, Set.of(ACTIVE)),
    REACTIVATION("rems.firm.FirmReactivated.v1", ACTIVE, Set.of(SUSPENDED)),
    CLOSURE("rems.firm.FirmClosed.v1", CLOSED, Set.of(ACTIVE, SUSPENDED));

    private final String event;
    private final FirmStatus to;
    private final Set<FirmStatus> from;

    StatusChange(String event, FirmStatus to, Set<FirmStatus> from) {
        this.event = event;
        this.to = to;
        this.from = from;
    }

    String event() {
        return event;
    }

    FirmStatus to() {
        return to;
    }

    boolean allowedFrom(FirmStatus status) {
        return from.contains(status);
    }
}
