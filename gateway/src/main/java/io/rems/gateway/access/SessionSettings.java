package io.rems.gateway.access;

import io.rems.platform.access.ContextTokenDecoder;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the gateway believes what firm-service told it.
 *
 * @param maximumAge of an assignment while its events arrive
 * @param maximumAgeWithoutEvents while they do not: a change must still show soon
 * @param refusalAge of the answer that there is no assignment
 * @param ageInNeed up to which an assignment still serves while firm-service cannot be asked but events arrive
 * @param entries in the cache
 * @param accessTokenLife of the tokens that firm-service gives; so long must the end of a session be remembered
 * @param endedEntries how many ended sessions are remembered; beyond that firm-service is asked
 */
@ConfigurationProperties("rems.sessions")
record SessionSettings(
        @DefaultValue("PT60S") Duration maximumAge,
        @DefaultValue("PT1S") Duration maximumAgeWithoutEvents,
        @DefaultValue("PT5S") Duration refusalAge,
        @DefaultValue("PT5M") Duration ageInNeed,
        @DefaultValue("50000") long entries,
        @DefaultValue("PT15M") Duration accessTokenLife,
        @DefaultValue("500000") long endedEntries) {

    /** How long an access token is accepted after it was signed, by whatever clock. */
    Duration tokensLive() {
        return accessTokenLife.plus(ContextTokenDecoder.CLOCK_TOLERANCE.multipliedBy(2));
    }
}
