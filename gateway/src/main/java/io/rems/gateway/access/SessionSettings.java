package io.rems.gateway.access;

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
 */
@ConfigurationProperties("rems.sessions")
record SessionSettings(
        @DefaultValue("PT60S") Duration maximumAge,
        @DefaultValue("PT1S") Duration maximumAgeWithoutEvents,
        @DefaultValue("PT5S") Duration refusalAge,
        @DefaultValue("PT5M") Duration ageInNeed,
        @DefaultValue("50000") long entries) {}
