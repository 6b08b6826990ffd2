package io.rems.firm.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rems.platform.database.DatabaseSettings;
import io.rems.platform.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class LineTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Line line = line(1, 2, 6, PATIENCE);
    private final Sinks.One<String> end = Sinks.one();

    @AfterEach
    void close() {
        line.destroy();
    }

    @Test
    void fewAreServedAtOnceSomeWaitAndOneMoreIsTurnedAway() {
        var admitted = queued(4);

        assertThatThrownBy(() -> line.turn(Mono.just("surplus")).block(PATIENCE))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .extracting(ProblemException::problem)
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("RATE_LIMITED");
                    assertThat(problem.headers().getFirst(HttpHeaders.RETRY_AFTER))
                            .isEqualTo("5");
                });

        end.tryEmitValue("end");
        assertThat(admitted).allSatisfy(one -> assertThat(one).succeedsWithin(PATIENCE));
        assertThat(line.turn(Mono.just("next")).block(PATIENCE)).isEqualTo("next");
    }

    @Test
    void halfOfTheConnectionsAreLeftToOthersHoweverManyCanHash() {
        var wide = line(16, 1, 6, PATIENCE);
        var served = Stream.generate(() -> wide.turn(end.asMono()).toFuture())
                .limit(4)
                .toList();

        assertThat(refused(wide)).isTrue();

        end.tryEmitValue("end");
        assertThat(served).allSatisfy(one -> assertThat(one).succeedsWithin(PATIENCE));
        wide.destroy();
    }

    @Test
    void whoseTurnDoesNotComeSoonIsTurnedAwayToo() {
        var slow = line(1, 2, 6, Duration.ofMillis(20));
        var served = Stream.generate(() -> slow.turn(end.asMono()).toFuture())
                .limit(2)
                .toList();

        assertThatThrownBy(() -> slow.turn(Mono.just("late")).block(PATIENCE))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("RATE_LIMITED");

        end.tryEmitValue("end");
        assertThat(served).allSatisfy(one -> assertThat(one).succeedsWithin(PATIENCE));
        slow.destroy();
    }

    @Test
    void whoGoesAwayWhileHeWaitsLeavesTheLine() {
        var admitted = queued(4);

        admitted.getLast().cancel(true);

        assertThat(refused(line)).isFalse();
        end.tryEmitValue("end");
    }

    @Test
    void turnLastsUntilItsWorkHasEndedThoughNobodyWaitsForItAnyMore() {
        var admitted = queued(4);

        admitted.getFirst().cancel(true);

        assertThat(refused(line)).isTrue();
        end.tryEmitValue("end");
        assertThat(admitted.getLast()).succeedsWithin(PATIENCE);
        assertThat(line.turn(Mono.just("next")).block(PATIENCE)).isEqualTo("next");
    }

    @Test
    void workThatFailsGivesItsTurnBack() {
        for (int i = 0; i < 10; i++) {
            var failing = line.turn(Mono.error(new IllegalStateException("wrong")));
            assertThatThrownBy(() -> failing.block(PATIENCE)).hasMessage("wrong");
        }

        assertThat(line.turn(Mono.just("next")).block(PATIENCE)).isEqualTo("next");
    }

    private List<CompletableFuture<String>> queued(int many) {
        return Stream.generate(() -> line.turn(end.asMono()).toFuture())
                .limit(many)
                .toList();
    }

    /** Whether one who comes now is turned away; if he is not, he leaves again. */
    private static boolean refused(Line line) {
        var late = line.turn(Mono.never()).toFuture();
        boolean refused = late.isCompletedExceptionally();
        late.cancel(true);
        return refused;
    }

    private static Line line(int threads, int queue, int connections, Duration wait) {
        var second = Duration.ofSeconds(1);
        return new Line(
                new HashingSettings(1024, 1, threads, 1, queue, wait),
                new DatabaseSettings("", 0, "", "", "", "", 8, connections, second, second, second, second),
                new SimpleMeterRegistry());
    }
}
