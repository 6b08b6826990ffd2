package io.rems.approval.expense;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.platform.access.Caller;
import io.rems.platform.problem.Problem;
import io.rems.platform.problem.ProblemException;
import io.rems.platform.problem.Problems;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Submits many expenses, each by itself: what is wrong with one does not hold up the others. */
@Service
public class SubmitMany {

    private static final Logger LOG = LoggerFactory.getLogger(SubmitMany.class);

    private final SubmitExpense submitExpense;

    SubmitMany(SubmitExpense submitExpense) {
        this.submitExpense = submitExpense;
    }

    /** One outcome an expense, in the order given: submitted where there is no problem. */
    public <T> Mono<List<T>> submit(
            List<UUID> ids, Caller caller, BiFunction<UUID, Optional<Problem>, Mono<T>> outcome) {
        return Flux.fromIterable(ids)
                .concatMap(id -> submitExpense
                        .submit(new ExpenseId(id), caller)
                        .then(Mono.just(Optional.<Problem>empty()))
                        .onErrorResume(error -> Mono.just(Optional.of(problem(id, error))))
                        .flatMap(problem -> outcome.apply(id, problem)))
                .collectList();
    }

    private static Problem problem(UUID id, Throwable error) {
        if (error instanceof ProblemException known) {
            return known.problem();
        }
        LOG.warn("The expense {} could not be submitted with others", id, error);
        return Problems.unavailable();
    }
}
