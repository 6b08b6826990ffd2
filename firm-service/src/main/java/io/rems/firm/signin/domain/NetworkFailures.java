package io.rems.firm.signin.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * The failed sign-ins from one network, as they stood when the last one was added. They are forgiven one by one as time
 * passes, never by success: whoever guesses may have an account of his own.
 */
public record NetworkFailures(int count, Instant lastAt) {

    public static NetworkFailures none(Instant now) {
        return new NetworkFailures(0, now);
    }

    /** Until when nothing from there is looked at; zero if it is. */
    public Duration waitLeft(SlowDownRules rules, Instant now) {
        var left = Duration.between(now, lastAt.plus(rules.waitAfter(count)));
        return left.isPositive() ? left : Duration.ZERO;
    }

    public NetworkFailures oneMore(SlowDownRules rules, Instant now) {
        long forgiven = Math.max(0, Duration.between(lastAt, now).dividedBy(rules.forgiven()));
        return new NetworkFailures((int) Math.max(0, count - forgiven) + 1, now);
    }
}
