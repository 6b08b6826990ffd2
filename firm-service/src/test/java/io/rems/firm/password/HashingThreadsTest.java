package io.rems.firm.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashingThreadsTest {

    /** Lower bounds only: how long a machine takes for more is no matter here. */
    @Test
    void threadRestsThreeTimesWhatItWorkedWhereAQuarterIsItsShare() throws ExecutionException, InterruptedException {
        try (var threads = new HashingThreads(settings(0.25))) {
            var first = threads.submit(worked(Duration.ofMillis(20)));
            var second = threads.submit(worked(Duration.ZERO));

            assertThat(second.get().begun() - first.get().ended())
                    .isGreaterThanOrEqualTo(
                            3 * (first.get().ended() - first.get().begun()));
        }
    }

    @Test
    void whatFindsNoPlaceInTheQueueIsRejected() {
        var go = new CountDownLatch(1);
        Callable<Boolean> waits = () -> {
            go.await();
            return true;
        };
        try (var threads = new HashingThreads(settings(1))) {
            threads.submit(waits);
            threads.submit(waits);
            threads.submit(waits);

            assertThatThrownBy(() -> threads.submit(waits)).isInstanceOf(RejectedExecutionException.class);
            go.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.5, 1.1})
    void shareOfNothingOrMoreThanAllIsRefusedAtTheStart(double share) {
        assertThatThrownBy(() -> settings(share))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rems.sign-in.hashing.share");
    }

    private static HashingSettings settings(double share) {
        return new HashingSettings(1024, 1, 1, share, 2, Duration.ofSeconds(5));
    }

    private record Span(long begun, long ended) {}

    private static Callable<Span> worked(Duration time) {
        return () -> {
            var begun = System.nanoTime();
            while (System.nanoTime() - begun < time.toNanos()) {
                Thread.onSpinWait();
            }
            return new Span(begun, System.nanoTime());
        };
    }
}
