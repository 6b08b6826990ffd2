package io.rems.firm.assignment;

import io.rems.firm.assignment.domain.Validity;
import io.rems.platform.problem.InvalidRequest;
import java.time.Instant;

/** Nothing is granted or changed so that it is over already: ending is a command of its own, with a reason. */
final class FutureEnd {
    private FutureEnd() {}

    static void require(Validity validity, Instant now) {
        if (validity.isOver(now)) {
            throw new InvalidRequest("until", "PAST", "must be in the future; end the assignment to end it at once");
        }
    }
}
