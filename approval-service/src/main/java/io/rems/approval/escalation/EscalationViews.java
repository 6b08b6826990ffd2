package io.rems.approval.escalation;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.ownership.domain.OwnerId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Clocks for whoever wants to see them, read straight from the database; empty where there is nothing to see. */
public interface EscalationViews {

    /** @param holder only of what this owner has a seat for; null: whoever's */
    Mono<EscalationView> of(ExpenseId expense, @Nullable OwnerId holder);
}
