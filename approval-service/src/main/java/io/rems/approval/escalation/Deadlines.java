package io.rems.approval.escalation;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.platform.work.Due;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Until when the voters have time. */
public interface Deadlines {

    /** Some of those that have passed, of any firm. */
    Mono<List<Due>> passed(Instant now);

    /** Takes a passed deadline until the end of the transaction; false where another replica has it, or it is gone. */
    Mono<Boolean> claim(ExpenseId expense, Instant now);
}
