package io.rems.gateway.access;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.rems.platform.access.ContextTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The sessions of all users that call, kept close so that firm-service is asked once and not for every call. Whoever
 * asks for the same one meanwhile waits for the same answer; events drop what they make untrue.
 */
@Component
class Sessions {
    private final AssignmentDirectory directory;
    private final ContextTokens tokens;
    private final SessionSettings settings;
    private final Clock clock;
    private final AsyncCache<Key, Session> cache;
    private final AtomicLong news = new AtomicLong();
    private volatile BooleanSupplier eventsArrive = () -> false;

    private record Key(UUID user, Scope scope) {}

    Sessions(
            AssignmentDirectory directory,
            ContextTokens tokens,
            SessionSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.directory = directory;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
        this.cache = Caffeine.newBuilder()
                .maximumSize(settings.entries())
                .expireAfterWrite(settings.ageInNeed())
                .buildAsync();
        Gauge.builder("rems.gateway.events.arrive", this, sessions -> sessions.eventsArrive.getAsBoolean() ? 1 : 0)
                .description("1 while changed assignments are heard of, 0 while they are asked for more often instead")
                .register(meters);
    }

    /** The context token with which the user acts in the scope; an error if he may not. */
    Mono<String> contextToken(UUID user, Scope scope, Intent intent) {
        return session(new Key(user, scope)).map(session -> session.token(intent, tokens, clock.instant()));
    }

    void drop(Set<UUID> users) {
        cache.asMap().keySet().removeIf(key -> users.contains(key.user()));
        news.incrementAndGet();
    }

    /**
     * Acts on a firm's new status without asking firm-service, which may be away. What widens access is asked for again;
     * an answer under way may be older than the news, so it is not remembered.
     */
    void firmBecame(UUID firm, FirmStatus status) {
        cache.asMap().forEach((key, future) -> {
            if (mayConcern(firm, future)) {
                cache.asMap()
                        .computeIfPresent(key, (_, current) -> current == future ? inFirm(current, status) : current);
            }
        });
        news.incrementAndGet();
    }

    private static boolean mayConcern(UUID firm, CompletableFuture<Session> future) {
        return !future.isDone()
                || !future.isCompletedExceptionally() && future.join().isIn(firm);
    }

    private static @Nullable CompletableFuture<Session> inFirm(CompletableFuture<Session> future, FirmStatus status) {
        return future.isDone() && status != FirmStatus.ACTIVE
                ? CompletableFuture.completedFuture(future.join().inFirmThatIs(status))
                : null;
    }

    void dropAll() {
        cache.asMap().clear();
        news.incrementAndGet();
    }

    void relyOn(BooleanSupplier eventsArrive) {
        this.eventsArrive = eventsArrive;
    }

    private Mono<Session> session(Key key) {
        return waitFor(cache.get(key, (_, _) -> read(key, null)))
                .flatMap(found -> fresh(found) ? Mono.just(found) : waitFor(readAgain(key, found)));
    }

    /** One caller's replacement serves all: whoever comes later finds another future than the outdated one. */
    private CompletableFuture<Session> readAgain(Key key, Session outdated) {
        return cache.asMap().compute(key, (_, current) -> {
            if (current == null) {
                return read(key, null);
            }
            return holds(current, outdated) ? read(key, outdated) : current;
        });
    }

    /** What is outdated may still serve in need, unless an event has come since that may be about it. */
    private CompletableFuture<Session> read(Key key, @Nullable Session outdated) {
        long heard = news.get();
        return directory
                .find(key.user(), key.scope().firm())
                .map(assignment -> Session.of(assignment, key.scope(), clock.instant()))
                .switchIfEmpty(Mono.fromSupplier(() -> Session.none(key.user(), key.scope(), clock.instant())))
                .onErrorResume(error -> outdated != null && news.get() == heard && servesInNeed(outdated)
                        ? Mono.just(outdated)
                        : Mono.error(error))
                .toFuture();
    }

    private boolean fresh(Session session) {
        Duration age = eventsArrive.getAsBoolean() ? settings.maximumAge() : settings.maximumAgeWithoutEvents();
        Instant now = clock.instant();
        return session.youngerThan(session.admits() ? age : settings.refusalAge(), now) && !session.hasEnded(now);
    }

    private boolean servesInNeed(Session outdated) {
        Instant now = clock.instant();
        return eventsArrive.getAsBoolean()
                && outdated.youngerThan(settings.ageInNeed(), now)
                && !outdated.hasEnded(now);
    }

    private static boolean holds(CompletableFuture<Session> future, Session session) {
        return future.isDone() && !future.isCompletedExceptionally() && future.join() == session;
    }

    /** A caller that goes away must not take the answer from the others who wait for it. */
    private static Mono<Session> waitFor(CompletableFuture<Session> future) {
        return Mono.fromFuture(future, true);
    }
}
