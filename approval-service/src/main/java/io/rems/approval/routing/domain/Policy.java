package io.rems.approval.routing.domain;

import io.rems.approval.decision.domain.Rule;
import io.rems.approval.escalation.domain.Patience;
import io.rems.platform.Money;
import java.time.Duration;

/**
 * How a firm wants its expenses approved.
 *
 * @param limit up to which nobody need approve, in the firm's currency
 * @param splitWindow within which amounts to one vendor for one property count as one; whole days
 */
public record Policy(Money limit, Rule rule, Patience patience, boolean selfApproval, Duration splitWindow) {

    public Policy {
        if (limit.isNegative() || splitWindow.isNegative()) {
            throw new IllegalArgumentException("Not a policy: " + limit + ", " + splitWindow);
        }
    }

    /** What is urgent waits a third of the time. */
    public Patience patience(Priority priority) {
        return switch (priority) {
            case URGENT -> patience.whenUrgent();
            case LOW, NORMAL, HIGH -> patience;
        };
    }
}
