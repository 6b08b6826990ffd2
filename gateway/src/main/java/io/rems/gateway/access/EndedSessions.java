package io.rems.gateway.access;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.rems.platform.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The sign-ins that have ended while access tokens of theirs still live. They are heard of by event, also those that ended
 * before this gateway started. While that cannot be relied on, because no events arrive or more sessions ended than are
 * remembered, firm-service is asked for each session once a second.
 */
@Component
class EndedSessions {
    private final SessionDirectory directory;
    private final SessionSettings settings;
    private final Clock clock;
    private final Cache<UUID, Boolean> ended;
    private final AsyncCache<UUID, Boolean> asked;
    private volatile BooleanSupplier eventsArrive = () -> false;
    private volatile Instant incompleteUntil = Instant.MIN;

    EndedSessions(SessionDirectory directory, SessionSettings settings, Clock clock) {
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
        this.ended = Caffeine.newBuilder()
                .maximumSize(settings.endedEntries())
                .expireAfterWrite(settings.tokensLive())
                .evictionListener((_, _, cause) -> forgotten(cause))
                .executor(Runnable::run)
                .build();
        this.asked = Caffeine.newBuilder()
                .maximumSize(settings.entries())
                .expireAfterWrite(settings.maximumAgeWithoutEvents())
                .buildAsync();
    }

    void add(UUID session) {
        ended.put(session, true);
    }

    void relyOn(BooleanSupplier eventsArrive) {
        this.eventsArrive = eventsArrive;
    }

    /** An error if the session has ended. */
    Mono<Void> admit(UUID session) {
        if (ended.getIfPresent(session) != null) {
            return Mono.error(EndedSessions::refused);
        }
        return isComplete() ? Mono.empty() : ask(session);
    }

    private boolean isComplete() {
        return eventsArrive.getAsBoolean() && !clock.instant().isBefore(incompleteUntil);
    }

    private Mono<Void> ask(UUID session) {
        return Mono.fromFuture(
                        asked.get(session, (id, _) -> directory.isOpen(id).toFuture()), true)
                .filter(open -> open)
                .switchIfEmpty(Mono.error(EndedSessions::refused))
                .then();
    }

    private void forgotten(RemovalCause cause) {
        if (cause == RemovalCause.SIZE) {
            incompleteUntil = clock.instant().plus(settings.tokensLive());
        }
    }

    private static ProblemException refused() {
        return new ProblemException(Refusals.sessionEnded());
    }
}
