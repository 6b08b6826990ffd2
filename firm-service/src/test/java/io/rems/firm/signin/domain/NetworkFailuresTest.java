package io.rems.firm.signin.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NetworkFailuresTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final SlowDownRules RULES =
            new SlowDownRules(3, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(1));

    @Test
    void fewFailuresCostNothing() {
        assertThat(new NetworkFailures(3, NOON).waitLeft(RULES, NOON)).isZero();
        assertThat(NetworkFailures.none(NOON).waitLeft(RULES, NOON)).isZero();
    }

    @Test
    void waitDoublesWithEachOneMoreUpToTheLongest() {
        assertThat(new NetworkFailures(4, NOON).waitLeft(RULES, NOON)).isEqualTo(Duration.ofSeconds(1));
        assertThat(new NetworkFailures(5, NOON).waitLeft(RULES, NOON)).isEqualTo(Duration.ofSeconds(2));
        assertThat(new NetworkFailures(8, NOON).waitLeft(RULES, NOON)).isEqualTo(Duration.ofSeconds(16));
        assertThat(new NetworkFailures(1_000_000, NOON).waitLeft(RULES, NOON)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void waitPasses() {
        var failures = new NetworkFailures(8, NOON);

        assertThat(failures.waitLeft(RULES, NOON.plusSeconds(15))).isEqualTo(Duration.ofSeconds(1));
        assertThat(failures.waitLeft(RULES, NOON.plusSeconds(16))).isZero();
    }

    @Test
    void oneFailureIsForgivenEveryMinute() {
        assertThat(new NetworkFailures(5, NOON).oneMore(RULES, NOON.plusSeconds(59)))
                .isEqualTo(new NetworkFailures(6, NOON.plusSeconds(59)));
        assertThat(new NetworkFailures(5, NOON).oneMore(RULES, NOON.plusSeconds(180)))
                .isEqualTo(new NetworkFailures(3, NOON.plusSeconds(180)));
        assertThat(new NetworkFailures(5, NOON).oneMore(RULES, NOON.plus(Duration.ofDays(30))))
                .isEqualTo(new NetworkFailures(1, NOON.plus(Duration.ofDays(30))));
    }

    @Test
    void addressesOfOneNetworkCountTogether() {
        assertThat(Network.of("2001:db8:1:2::1"))
                .isEqualTo(Network.of("2001:db8:1:2:ffff::9"))
                .isNotEqualTo(Network.of("2001:db8:1:3::1"));
        assertThat(Network.of("192.0.2.7")).isNotEqualTo(Network.of("192.0.2.8"));
        assertThat(Network.of("x".repeat(1000)).key()).hasSize(64);
    }
}
