package io.rems.local.api;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How long to wait before a request is worth repeating. */
final class RetryPause {

    static final int BROKEN_CONNECTIONS = 4;

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    /** Too many requests, or a service that is not there for a moment. */
    private static final Set<Integer> PASSING = Set.of(429, 503);

    private static final int CONFLICT = 409;
    private static final String RETRY_AFTER = "Retry-After";

    private RetryPause() {}

    /** Twice as long each time. */
    static Duration before(int attempt) {
        var pause = SHORTEST.multipliedBy(1L << Math.min(attempt - 1, 6));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    /** What the answer asks for; null where repeating does not help. A conflict may say that it will pass, too. */
    static @Nullable Duration asked(HttpResponse<?> response, int attempt) {
        var after = response.headers().firstValue(RETRY_AFTER).map(RetryPause::seconds);
        if (PASSING.contains(response.statusCode())) {
            return after.orElseGet(() -> before(attempt));
        }
        return response.statusCode() == CONFLICT ? after.orElse(null) : null;
    }

    private static Duration seconds(String header) {
        try {
            return Duration.ofSeconds(Math.max(0, Long.parseLong(header.strip())));
        } catch (NumberFormatException _) {
            return LONGEST;
        }
    }
}
