package io.rems.approval.many;

import io.rems.platform.problem.Problem;
import io.rems.platform.problem.ProblemException;
import io.rems.platform.problem.Problems;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Does one thing to many expenses, each by itself: what is wrong with one does not hold up the others. */
public final class EachByItself {

    private static final Logger LOG = LoggerFactory.getLogger(EachByItself.class);

    private EachByItself() {}

    /** One outcome an expense, in the order given; a refusal is what that one alone would have been answered. */
    public static <R, T> Mono<List<T>> of(
            List<UUID> ids,
            Function<UUID, Mono<R>> work,
            BiFunction<UUID, R, Mono<T>> done,
            BiFunction<UUID, Problem, Mono<T>> refused) {
        return Flux.fromIterable(ids)
                .concatMap(id -> work.apply(id)
                        .map(result -> done.apply(id, result))
                        .onErrorResume(error -> Mono.just(refused.apply(id, problem(id, error))))
                        .flatMap(outcome -> outcome))
                .collectList();
    }

    private static Problem problem(UUID id, Throwable error) {
        if (error instanceof ProblemException known) {
            return known.problem();
        }
        LOG.warn("What was asked of many expenses failed for {}", id, error);
        return Problems.unavailable();
    }
}
