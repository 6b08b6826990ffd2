package io.rems.gateway.access;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.ContextTokens;
import io.rems.platform.access.Issuers;
import io.rems.platform.access.Role;
import io.rems.platform.access.SigningKey;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What it costs the gateway to say as whom a user acts in a firm, when it knows him. */
public final class ContextResolution {
    private static final int USERS = 10_000;
    private static final SessionSettings SETTINGS = new SessionSettings(
            Duration.ofHours(1),
            Duration.ofHours(1),
            Duration.ofHours(1),
            Duration.ofHours(1),
            USERS,
            Duration.ofMinutes(15),
            USERS);

    private final ContextTokens tokens = new ContextTokens(
            SigningKey.inMemory(), new Issuers("bench"), "gateway", Duration.ofHours(1), Clock.systemUTC());
    private final AtomicInteger asked = new AtomicInteger();
    private final Sessions sessions =
            new Sessions(this::find, tokens, SETTINGS, Clock.systemUTC(), new SimpleMeterRegistry());
    private final Scope scope = new Scope.Firm(UUID.randomUUID());
    private final List<UUID> users = new ArrayList<>();

    public ContextResolution() {
        for (var user = 0; user < USERS; user++) {
            users.add(UUID.randomUUID());
        }
        resolveAll();
    }

    /** How often firm-service was asked for each user so far. */
    public double questionsPerUser() {
        return asked.get() / (double) USERS;
    }

    /** Microseconds of CPU for one of the users that are known. */
    public double microsOfCpuWhenKnown() {
        return microsOfCpu(this::resolveAll);
    }

    /** The same for a signature alone, which is what knowing the user saves beside the call to firm-service. */
    public double microsOfCpuToSign() {
        var caller = find(users.getFirst(), null)
                .map(Assignment::inFirm)
                .blockOptional()
                .orElseThrow();
        return microsOfCpu(() -> users.forEach(_ -> tokens.sign(caller)));
    }

    private void resolveAll() {
        users.forEach(user ->
                sessions.contextToken(user, scope, Intent.READ).blockOptional().orElseThrow());
    }

    private static double microsOfCpu(Runnable once) {
        var threads = ManagementFactory.getThreadMXBean();
        var begin = threads.getCurrentThreadCpuTime();
        once.run();
        return (threads.getCurrentThreadCpuTime() - begin) / 1e3 / USERS;
    }

    private Mono<Assignment> find(UUID user, @Nullable UUID firm) {
        asked.incrementAndGet();
        var id = scope.firm();
        return Mono.just(new Assignment(
                user,
                id,
                Role.ACCOUNTANT,
                AccessLevel.STANDARD,
                null,
                null,
                FirmStatus.ACTIVE,
                null,
                null,
                false,
                true));
    }
}
