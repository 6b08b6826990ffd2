package io.rems.approval.decision;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.decision.domain.Standing;
import reactor.core.publisher.Mono;

/** In whose stead people may decide. */
public interface Mandates {

    /** On the expense as it is before those who decide on it now; nothing of it can be revoked until the end of the transaction. */
    Mono<Standing> hold(PersonId person, ExpenseId expense);
}
