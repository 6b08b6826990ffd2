package io.rems.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rems.platform.Identifiers;
import io.rems.platform.problem.ProblemException;
import io.rems.platform.problem.Problems;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class EndedSessionsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int REMEMBERED = 10;
    private static final SessionSettings SETTINGS = new SessionSettings(
            Duration.ofSeconds(60),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            100,
            Duration.ofMinutes(15),
            REMEMBERED);

    private final UUID session = Identifiers.next();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T09:00:00Z"));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final AtomicInteger asked = new AtomicInteger();
    private Mono<Boolean> answer = Mono.just(true);
    private final EndedSessions ended = new EndedSessions(
            _ -> Mono.defer(() -> {
                asked.incrementAndGet();
                return answer;
            }),
            SETTINGS,
            clock);

    @Test
    void whileEventsArriveNobodyIsAsked() {
        ended.relyOn(() -> true);

        admitted(session);

        assertThat(asked).hasValue(0);
    }

    @Test
    void sessionThatHasEndedIsRefused() {
        ended.relyOn(() -> true);
        ended.add(session);

        refused(session, "AUTH_INVALID");
    }

    @Test
    void withoutEventsFirmServiceIsAskedOnceForManyCalls() {
        admitted(session);
        admitted(session);
        assertThat(asked).hasValue(1);

        answer = Mono.just(false);
        refused(Identifiers.next(), "AUTH_INVALID");
    }

    @Test
    void withoutEventsAndFirmServiceNobodyIsLetIn() {
        answer = Mono.error(new ProblemException(Problems.unavailable()));

        refused(session, "SERVICE_UNAVAILABLE");
    }

    @Test
    void whenMoreHaveEndedThanAreRememberedFirmServiceIsAskedAsLongAsTokensLive() {
        ended.relyOn(() -> true);
        IntStream.range(0, 5 * REMEMBERED).forEach(_ -> ended.add(Identifiers.next()));

        admitted(session);
        assertThat(asked).hasValue(1);

        now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(19)));
        admitted(Identifiers.next());
        assertThat(asked).hasValue(1);
    }

    private void admitted(UUID id) {
        assertThatCode(() -> ended.admit(id).block(PATIENCE)).doesNotThrowAnyException();
    }

    private void refused(UUID id, String code) {
        assertThatThrownBy(() -> ended.admit(id).block(PATIENCE)).hasMessageContaining(code);
    }
}
