package io.rems.platform.events;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events travel.
 *
 * @param topicPrefix put before every topic, where several installations share a broker
 * @param partitions of the service's own topic when it is first made
 * @param replicas of the service's own topic when it is first made; -1 is the broker's default
 * @param poll how often the relay looks into the outbox when nobody wakes it
 * @param beforeAnswer how long the answer to a command waits for the publication of what it takes away
 * @param slotLease how long a relay holds its slots without renewing
 * @param handlerTimeout how long applying may take: one event, or those of a transaction
 * @param appliedTogether events of a firm that a listener applies in one transaction at most; 1 keeps them apart
 * @param attempts how often an event that fails is tried before it goes to the dead letters
 * @param concurrency listener threads of each subscription
 */
@ConfigurationProperties("rems.events")
public record EventsSettings(
        @DefaultValue("") String topicPrefix,
        @DefaultValue("6") int partitions,
        @DefaultValue("-1") short replicas,
        @DefaultValue("PT0.5S") Duration poll,
        @DefaultValue("PT2S") Duration beforeAnswer,
        @DefaultValue("PT30S") Duration slotLease,
        @DefaultValue("PT30S") Duration handlerTimeout,
        @DefaultValue("50") int appliedTogether,
        @DefaultValue("5") int attempts,
        @DefaultValue("1") int concurrency) {

    /** The topic of a service's events. */
    public String topicOf(String service) {
        return topicPrefix + "rems." + service + ".events";
    }
}
