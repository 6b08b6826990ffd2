package io.rems.approval.expense;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.many.EachByItself;
import io.rems.platform.access.Caller;
import io.rems.platform.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Submits many expenses. */
@Service
public class SubmitMany {

    private final SubmitExpense submitExpense;

    SubmitMany(SubmitExpense submitExpense) {
        this.submitExpense = submitExpense;
    }

    /** One outcome an expense, in the order given: submitted where there is no problem. */
    public <T> Mono<List<T>> submit(
            List<UUID> ids, Caller caller, BiFunction<UUID, Optional<Problem>, Mono<T>> outcome) {
        return EachByItself.of(
                ids,
                id -> submitExpense.submit(new ExpenseId(id), caller).thenReturn(id),
                (id, _) -> outcome.apply(id, Optional.empty()),
                (id, problem) -> outcome.apply(id, Optional.of(problem)));
    }
}
