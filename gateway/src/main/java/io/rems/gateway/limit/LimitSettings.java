package io.rems.gateway.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How much a caller may send.
 *
 * @param request size of a request's body
 * @param signInsAtOnce how many may be signing in at the same time, whoever they are
 * @param trustedProxies number of proxies before this gateway that append to {@code X-Forwarded-For}; 0 if clients reach it directly
 */
@ConfigurationProperties("rems.limits")
public record LimitSettings(
        DataSize request, Rate user, Rate address, Rate login, int signInsAtOnce, int trustedProxies) {
    /**
     * A token bucket.
     *
     * @param burst how many calls at once
     * @param perSecond how many in the long run
     */
    public record Rate(long burst, long perSecond) {
        /** Seconds until an empty bucket is full again. */
        long window() {
            return Math.ceilDiv(burst, perSecond);
        }
    }
}
