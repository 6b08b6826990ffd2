package io.rems.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rems.platform.Identifiers;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.ContextTokens;
import io.rems.platform.access.Issuers;
import io.rems.platform.access.Role;
import io.rems.platform.access.SigningKey;
import io.rems.platform.access.TokenSigner;
import io.rems.platform.problem.ProblemException;
import io.rems.platform.problem.Problems;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class SessionsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final SessionSettings SETTINGS = new SessionSettings(
            Duration.ofSeconds(60),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            100,
            Duration.ofMinutes(15),
            100);

    private final UUID user = Identifiers.next();
    private final Scope firm = new Scope.Firm(Identifiers.next());
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T09:00:00Z"));
    private final AtomicInteger lookUps = new AtomicInteger();
    private Mono<Assignment> answer = Mono.empty();
    private final ChangingKey key = new ChangingKey();
    private final Sessions sessions = sessions();

    @Test
    void whoAsksWhileAnAnswerIsUnderWayWaitsForIt() {
        var pending = Sinks.<Assignment>one();
        answer = pending.asMono();

        var tokens = Flux.range(0, 50)
                .flatMap(_ -> sessions.contextToken(user, firm, Intent.READ))
                .collectList()
                .toFuture();
        pending.tryEmitValue(assigned());

        assertThat(tokens)
                .succeedsWithin(PATIENCE)
                .satisfies(all -> assertThat(all).hasSize(50));
        assertThat(lookUps).hasValue(1);
    }

    @Test
    void whoGoesAwayLeavesTheAnswerToTheOthers() {
        var pending = Sinks.<Assignment>one();
        answer = pending.asMono();
        var gone = sessions.contextToken(user, firm, Intent.READ).subscribe();
        var waiting = sessions.contextToken(user, firm, Intent.READ).toFuture();

        gone.dispose();
        pending.tryEmitValue(assigned());

        assertThat(waiting).succeedsWithin(PATIENCE);
        assertThat(lookUps).hasValue(1);
    }

    @Test
    void answerThatAnEventHasOvertakenIsNotRemembered() {
        sessions.relyOn(() -> true);
        var pending = Sinks.<Assignment>one();
        answer = pending.asMono();
        var underWay = sessions.contextToken(user, firm, Intent.READ).toFuture();

        sessions.drop(Set.of(user));
        pending.tryEmitValue(assigned());
        assertThat(underWay).succeedsWithin(PATIENCE);
        answer = Mono.empty();

        assertThatThrownBy(this::token).hasMessageContaining("FIRM_ACCESS_DENIED");
    }

    @Test
    void withoutEventsAnswersAreBelievedForASecondOnly() {
        answer = Mono.just(assigned());
        token();
        token();
        assertThat(lookUps).hasValue(1);

        pass(Duration.ofSeconds(1));
        token();

        assertThat(lookUps).hasValue(2);
    }

    @Test
    void withEventsAnswersAreBelievedForAMinute() {
        sessions.relyOn(() -> true);
        answer = Mono.just(assigned());
        token();
        pass(Duration.ofSeconds(59));
        token();
        assertThat(lookUps).hasValue(1);

        pass(Duration.ofSeconds(1));
        token();

        assertThat(lookUps).hasValue(2);
    }

    @Test
    void inNeedOldAnswersServeForFiveMinutesWhileEventsArrive() {
        sessions.relyOn(() -> true);
        answer = Mono.just(assigned());
        token();
        answer = Mono.error(new ProblemException(Problems.unavailable()));

        pass(Duration.ofMinutes(4));
        assertThat(token()).isNotEmpty();
        pass(Duration.ofMinutes(1));

        assertThatThrownBy(this::token).hasMessageContaining("SERVICE_UNAVAILABLE");
    }

    @Test
    void inNeedOldAnswersDoNotServeWhileNoEventsArrive() {
        answer = Mono.just(assigned());
        token();
        answer = Mono.error(new ProblemException(Problems.unavailable()));

        pass(Duration.ofSeconds(2));

        assertThatThrownBy(this::token).hasMessageContaining("SERVICE_UNAVAILABLE");
    }

    @Test
    void whatAnEventHasOvertakenDoesNotServeInNeedEither() {
        sessions.relyOn(() -> true);
        answer = Mono.just(assigned());
        token();
        pass(Duration.ofSeconds(61));
        var pending = Sinks.<Assignment>one();
        answer = pending.asMono();
        var underWay = sessions.contextToken(user, firm, Intent.READ).toFuture();

        sessions.drop(Set.of(user));
        pending.tryEmitError(new ProblemException(Problems.unavailable()));

        assertThat(underWay).failsWithin(PATIENCE);
        assertThatThrownBy(this::token).hasMessageContaining("SERVICE_UNAVAILABLE");
    }

    @Test
    void failureIsNotRemembered() {
        answer = Mono.error(new ProblemException(Problems.unavailable()));
        assertThatThrownBy(this::token).hasMessageContaining("SERVICE_UNAVAILABLE");

        answer = Mono.just(assigned());

        assertThat(token()).isNotEmpty();
    }

    @Test
    void refusalIsRememberedForSecondsOnly() {
        sessions.relyOn(() -> true);
        assertThatThrownBy(this::token).hasMessageContaining("FIRM_ACCESS_DENIED");
        assertThatThrownBy(this::token).hasMessageContaining("FIRM_ACCESS_DENIED");
        assertThat(lookUps).hasValue(1);

        pass(Duration.ofSeconds(5));
        answer = Mono.just(assigned());

        assertThat(token()).isNotEmpty();
    }

    @Test
    void deactivatedUserIsRefusedEverywhere() {
        answer = Mono.just(new Assignment(user, null, Role.ADMIN, null, null, null, null, null, null, true, false));

        for (Scope scope : new Scope[] {firm, new Scope.Primary(), new Scope.Own(), new Scope.Platform()}) {
            assertThatThrownBy(() ->
                            sessions.contextToken(user, scope, Intent.READ).block(PATIENCE))
                    .hasMessageContaining("AUTH_INVALID");
        }
    }

    @Test
    void nothingIsServedBeyondTheEndOfAnAssignmentHoweverLatelyItWasRead() {
        sessions.relyOn(() -> true);
        answer = Mono.just(assigned(in(Duration.ofSeconds(20))));
        token();

        pass(Duration.ofSeconds(20));

        assertThatThrownBy(this::token).hasMessageContaining("FIRM_ACCESS_DENIED");
        answer = Mono.error(new ProblemException(Problems.unavailable()));
        pass(Duration.ofSeconds(6));
        assertThatThrownBy(this::token).hasMessageContaining("FIRM_ACCESS_DENIED");
    }

    @Test
    void nothingIsSignedBeyondTheEndOfAnAssignment() throws Exception {
        var end = in(Duration.ofSeconds(20));
        answer = Mono.just(assigned(end));

        var claims = SignedJWT.parse(token()).getJWTClaimsSet();

        assertThat(claims.getExpirationTime().toInstant()).isEqualTo(end);
    }

    @Test
    void prolongedAssignmentGoesOn() {
        sessions.relyOn(() -> true);
        answer = Mono.just(assigned(in(Duration.ofSeconds(20))));
        token();

        answer = Mono.just(assigned(in(Duration.ofSeconds(60))));
        pass(Duration.ofSeconds(20));

        assertThat(token()).isNotEmpty();
    }

    @Test
    void answerUnderWayWhenTheFirmIsClosedIsNotRemembered() {
        sessions.relyOn(() -> true);
        var pending = Sinks.<Assignment>one();
        answer = pending.asMono();
        var underWay = sessions.contextToken(user, firm, Intent.READ).toFuture();

        sessions.firmBecame(Objects.requireNonNull(firm.firm()), FirmStatus.CLOSED);
        pending.tryEmitValue(assigned());
        assertThat(underWay).succeedsWithin(PATIENCE);
        answer = Mono.just(assigned().inFirmThatIs(FirmStatus.CLOSED));

        assertThatThrownBy(this::token).hasMessageContaining("FIRM_CLOSED");
    }

    @Test
    void whatAKeySignedThatWasChangedIsSignedAnew() {
        sessions.relyOn(() -> true);
        answer = Mono.just(assigned());
        var before = token();
        assertThat(token()).isEqualTo(before);

        key.change();

        assertThat(token()).isNotEqualTo(before).isEqualTo(token());
        assertThat(lookUps).hasValue(1);
    }

    private @Nullable String token() {
        return sessions.contextToken(user, firm, Intent.READ).block(PATIENCE);
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    private Instant in(Duration time) {
        return Objects.requireNonNull(now.get()).plus(time);
    }

    private Assignment assigned() {
        return assigned(null);
    }

    private Assignment assigned(@Nullable Instant until) {
        return new Assignment(
                user,
                firm.firm(),
                Role.ADMIN,
                AccessLevel.FULL,
                null,
                null,
                FirmStatus.ACTIVE,
                until,
                null,
                false,
                true);
    }

    private Sessions sessions() {
        Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
        var tokens = new ContextTokens(key, new Issuers("test"), "gateway", Duration.ofMinutes(2), clock);
        AssignmentDirectory directory = (_, _) -> Mono.defer(() -> {
            lookUps.incrementAndGet();
            return answer;
        });
        return new Sessions(directory, tokens, SETTINGS, clock, new SimpleMeterRegistry());
    }

    private static final class ChangingKey implements TokenSigner {
        private volatile SigningKey current = SigningKey.inMemory();

        void change() {
            current = SigningKey.inMemory();
        }

        @Override
        public String id() {
            return current.id();
        }

        @Override
        public String sign(JWTClaimsSet claims) {
            return current.sign(claims);
        }
    }
}
