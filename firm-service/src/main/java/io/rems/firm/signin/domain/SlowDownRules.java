package io.rems.firm.signin.domain;

import java.time.Duration;

/**
 * How failures from one network slow it down.
 *
 * @param free failures that cost nothing
 * @param first wait after the first one beyond them; it doubles with each
 * @param longest wait there is
 * @param forgiven after how long one failure is forgotten
 */
public record SlowDownRules(int free, Duration first, Duration longest, Duration forgiven) {

    Duration waitAfter(int failures) {
        int beyond = failures - free;
        if (beyond <= 0) {
            return Duration.ZERO;
        }
        long doublings = Math.min(beyond - 1, Integer.SIZE - 2);
        var wait = first.multipliedBy(1L << doublings);
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
