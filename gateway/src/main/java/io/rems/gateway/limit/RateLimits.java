package io.rems.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.rems.gateway.limit.LimitSettings.Rate;
import io.rems.gateway.routing.ApiPath;
import io.rems.platform.problem.Problem;
import io.rems.platform.problem.ProblemException;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** A token bucket per user, or per address where there is no user yet. Each gateway counts for itself. */
@Component
public final class RateLimits {
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
    private static final int BUCKETS = 100_000;

    private final Cache<Key, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(BUCKETS)
            .expireAfterAccess(FORGOTTEN_AFTER)
            .build();
    private final LimitSettings settings;
    private final ClientAddresses addresses;

    private record Key(String policy, String who) {}

    RateLimits(LimitSettings settings, ClientAddresses addresses) {
        this.settings = settings;
        this.addresses = addresses;
    }

    /** @throws ProblemException if the user has called too often */
    public void takeForUser(UUID user, ServerWebExchange exchange) {
        take(new Key("user", user.toString()), settings.user(), exchange);
    }

    /** Guessing a password or a code is what the stricter limit for signing in makes slow.
     *
     * @throws ProblemException if the address has called too often */
    public void takeForAddress(ServerWebExchange exchange) {
        String address = addresses.of(exchange.getRequest());
        if (ApiPath.of(exchange).filter(ApiPath::signsIn).isPresent()) {
            take(new Key("login", address), settings.login(), exchange);
        } else {
            take(new Key("address", address), settings.address(), exchange);
        }
    }

    private void take(Key key, Rate rate, ServerWebExchange exchange) {
        ConsumptionProbe probe = buckets.get(key, _ -> bucket(rate)).tryConsumeAndReturnRemaining(1);
        long wait = Math.max(
                1,
                Duration.ofNanos(probe.getNanosToWaitForRefill())
                        .plusMillis(999)
                        .toSeconds());
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.set("RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(key.policy(), rate.burst(), rate.window()));
        headers.set("RateLimit", "\"%s\";r=%d;t=%d".formatted(key.policy(), probe.getRemainingTokens(), wait));
        if (!probe.isConsumed()) {
            throw new ProblemException(tooMany(wait));
        }
    }

    private static Bucket bucket(Rate rate) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .build();
    }

    private static Problem tooMany(long wait) {
        return Problem.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "RATE_LIMITED",
                        "Too many calls. Wait the seconds in the header Retry-After, then go on more slowly.")
                .withHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
    }
}
