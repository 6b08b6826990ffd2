package io.rems.platform.events;

import io.rems.platform.access.FirmId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Applies what a subscription was brought by one poll: the events of a firm together, in one transaction, because that
 * costs a fraction of one for each. Where one of them fails none is applied, and all are tried one by one, so that it is
 * alone in what befalls it.
 */
final class PolledEvents {
    private static final Logger log = LoggerFactory.getLogger(PolledEvents.class);

    private final EventSubscription subscription;
    private final Inbox inbox;
    private final JsonMapper json;
    private final int atOnce;
    private final Duration timeout;

    PolledEvents(EventSubscription subscription, Inbox inbox, JsonMapper json, int atOnce, Duration timeout) {
        this.subscription = subscription;
        this.inbox = inbox;
        this.json = json;
        this.atOnce = atOnce;
        this.timeout = timeout;
    }

    /**
     * Events of a firm keep their order; firms do not wait for one another. What will pass stops all of them.
     *
     * @throws NotApplied naming the first event that could not be applied: all before it are, and some behind it
     */
    void apply(List<ConsumerRecord<String, byte[]>> polled) {
        List<Failure> failures = new ArrayList<>();
        RuntimeException standstill = null;
        for (List<Placed> ofFirm : byFirm(polled, failures)) {
            Failure failure = standstill == null
                    ? firstFailure(ofFirm)
                    : new Failure(ofFirm.getFirst().place(), standstill);
            if (failure != null) {
                failures.add(failure);
                standstill = Failures.willPass(failure.error()) ? failure.error() : standstill;
            }
        }
        failures.stream().min(Comparator.comparingInt(Failure::place)).ifPresent(first -> {
            throw NotApplied.of(polled.get(first.place()), first.error());
        });
    }

    private Iterable<List<Placed>> byFirm(List<ConsumerRecord<String, byte[]>> polled, List<Failure> failures) {
        Map<FirmId, List<Placed>> byFirm = new LinkedHashMap<>();
        for (int place = 0; place < polled.size(); place++) {
            ConsumerRecord<String, byte[]> message = polled.get(place);
            try {
                if (subscription.wants(message)) {
                    ReceivedEvent event = ReceivedEvent.of(message, json);
                    byFirm.computeIfAbsent(event.firm(), _ -> new ArrayList<>()).add(new Placed(place, event));
                }
            } catch (RuntimeException e) {
                failures.add(new Failure(place, e));
            }
        }
        return byFirm.values();
    }

    private @Nullable Failure firstFailure(List<Placed> ofFirm) {
        for (int from = 0; from < ofFirm.size(); from += atOnce) {
            List<Placed> some = ofFirm.subList(from, Math.min(ofFirm.size(), from + atOnce));
            Failure failure = applied(some);
            if (failure != null && some.size() > 1) {
                log.info(
                        "{} events for {} failed together and are tried one by one: {}",
                        some.size(),
                        subscription.name(),
                        failure.error().toString());
                failure = firstFailureOneByOne(some);
            }
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    private @Nullable Failure firstFailureOneByOne(List<Placed> events) {
        for (Placed event : events) {
            Failure failure = applied(List.of(event));
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    private @Nullable Failure applied(List<Placed> together) {
        try {
            inbox.applyOnce(subscription, together.stream().map(Placed::event).toList())
                    .block(timeout);
            return null;
        } catch (RuntimeException e) {
            return new Failure(together.getFirst().place(), e);
        }
    }

    private record Placed(int place, ReceivedEvent event) {}

    private record Failure(int place, RuntimeException error) {}
}
