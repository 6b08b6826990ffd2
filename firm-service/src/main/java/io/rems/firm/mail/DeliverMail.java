package io.rems.firm.mail;

import io.rems.platform.database.Transactions;
import jakarta.mail.SendFailedException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Sends one letter, on threads of its own, for SMTP blocks. It is taken out in one transaction and settled in another:
 * no connection is held meanwhile. Should the service die in between, it goes again when the lease ends, under the same id.
 */
@Component
class DeliverMail implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(DeliverMail.class);
    private static final int THREADS = 2;
    private static final int WAITING = 100;

    private final Transactions transactions;
    private final R2dbcMail queue;
    private final Envelopes envelopes;
    private final Carrier carrier;
    private final MailSettings settings;
    private final Clock clock;
    private final Scheduler scheduler = Schedulers.newBoundedElastic(THREADS, WAITING, "mail", 60, true);

    DeliverMail(
            Transactions transactions,
            R2dbcMail queue,
            Envelopes envelopes,
            Carrier carrier,
            MailSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.queue = queue;
        this.envelopes = envelopes;
        this.carrier = carrier;
        this.settings = settings;
        this.clock = clock;
    }

    Mono<Void> deliver(UUID id) {
        return Mono.defer(() -> {
            var now = clock.instant();
            return transactions
                    .acrossFirms(queue.take(id, now, now.plus(settings.lease())))
                    .flatMap(letter -> carried(letter, now)
                            .then(Mono.just(queue.sent(id, now)))
                            .onErrorResume(error -> Mono.just(failed(letter, error, clock.instant()))))
                    .flatMap(this::settled);
        });
    }

    private Mono<Void> carried(QueuedLetter letter, Instant now) {
        return Mono.fromCallable(() -> {
                    carrier.carry(envelopes.of(letter, now));
                    return letter;
                })
                .subscribeOn(scheduler)
                .then();
    }

    private Mono<Void> settled(Mono<Void> settling) {
        return transactions.acrossFirms(settling.then(
                Mono.defer(() -> queue.dropSettledBefore(clock.instant().minus(settings.kept())))));
    }

    private Mono<Void> failed(QueuedLetter letter, Throwable error, Instant now) {
        var failure = Objects.requireNonNullElse(error.getMessage(), error.toString());
        if (isFinal(error) || letter.attempt() >= settings.attempts()) {
            LOG.error("Mail {} ({}) is given up", letter.id(), letter.letter().template(), error);
            return queue.givenUp(letter.id(), now, failure);
        }
        LOG.warn(
                "Mail {} ({}) could not be sent yet",
                letter.id(),
                letter.letter().template(),
                error);
        return queue.postpone(letter.id(), now.plus(settings.pauseAfter(letter.attempt())), failure);
    }

    /** The server has refused the address itself, so that it would again. */
    private static boolean isFinal(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SendFailedException refused
                        && refused.getInvalidAddresses() != null
                        && refused.getInvalidAddresses().length > 0);
    }

    @Override
    public void destroy() {
        scheduler.dispose();
    }
}
