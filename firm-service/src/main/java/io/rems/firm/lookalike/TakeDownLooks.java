package io.rems.firm.lookalike;

import io.rems.firm.lookalike.Lookalikes.Kind;
import io.rems.firm.lookalike.R2dbcLooksOfBefore.Owner;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.Transactions;
import io.rems.platform.work.Due;
import io.rems.platform.work.DueWork;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes down, once, what firms and e-mails look like that were there before looks were kept, so that nobody new can be
 * taken for them. Of two that look alike already both stay, and the older has the look.
 */
@Configuration(proxyBeanMethods = false)
class TakeDownLooks {
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final Due ONCE = new Due(FirmId.PLATFORM, FirmId.PLATFORM.value());

    private final Transactions transactions;
    private final R2dbcLooksOfBefore looks;
    private final Clock clock;

    TakeDownLooks(Transactions transactions, R2dbcLooksOfBefore looks, Clock clock) {
        this.transactions = transactions;
        this.looks = looks;
        this.clock = clock;
    }

    @Bean
    DueWork looksOfBefore() {
        return DueWork.named("looks of those who were there before")
                .every(EVERY)
                .find(looks.anyLeft().map(left -> left ? List.of(ONCE) : List.of()))
                .each(_ -> Flux.just(Kind.values()).concatMap(this::all).then());
    }

    private Mono<Void> all(Kind kind) {
        return transactions
                .acrossFirms(batch(kind))
                .repeat()
                .takeWhile(more -> more)
                .then();
    }

    /** The row of the kind is the lock: another replica that has it does the work. @return whether there may be more */
    private Mono<Boolean> batch(Kind kind) {
        return looks.claim(kind)
                .flatMap(after -> looks.ownersAfter(kind, after))
                .flatMap(owners -> owners.isEmpty()
                        ? looks.finish(kind, clock.instant()).thenReturn(false)
                        : takenDown(kind, owners).thenReturn(true))
                .defaultIfEmpty(false);
    }

    private Mono<Void> takenDown(Kind kind, List<Owner> owners) {
        return looks.keep(kind, owners)
                .then(looks.advance(kind, owners.getLast().id()));
    }
}
