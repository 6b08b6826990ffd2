package io.rems.platform.database;

import reactor.core.publisher.Mono;

/** Work failed in a transaction that the database had ended because of others: beginning anew may do better. */
@SuppressWarnings("serial")
final class LostRace extends RuntimeException {

    private final Throwable answer;

    private LostRace(Throwable answer) {
        super(null, answer, false, false);
        this.answer = answer;
    }

    /** What the work made of it. */
    Throwable answer() {
        return answer;
    }

    /** Runs in the open transaction. */
    static <T> Mono<T> told(Mono<T> work) {
        return Mono.deferContextual(context -> {
            var open = OpenTransaction.in(context).orElseThrow();
            return work.onErrorMap(error -> open.hasLostRace() ? new LostRace(error) : error);
        });
    }
}
