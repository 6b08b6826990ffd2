package io.rems.platform.events;

import io.rems.platform.access.Actor;
import io.rems.platform.access.FirmId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An event as it came from Kafka. */
public record ReceivedEvent(
        UUID id,
        String type,
        String source,
        FirmId firm,
        Actor actor,
        UUID subject,
        long aggregateVersion,
        Instant time,
        JsonNode data) {

    /** @throws IllegalArgumentException if the record is not an event of REMS; the message says what is missing */
    public static ReceivedEvent of(ConsumerRecord<String, byte[]> message, JsonMapper json) {
        Headers headers = message.headers();
        return new ReceivedEvent(
                UUID.fromString(text(headers, CloudEventHeaders.ID)),
                text(headers, CloudEventHeaders.TYPE),
                text(headers, CloudEventHeaders.SOURCE),
                new FirmId(UUID.fromString(text(headers, CloudEventHeaders.FIRM))),
                actor(headers),
                UUID.fromString(text(headers, CloudEventHeaders.SUBJECT)),
                Long.parseLong(text(headers, CloudEventHeaders.AGGREGATE_VERSION)),
                Instant.parse(text(headers, CloudEventHeaders.TIME)),
                json.readTree(message.value()));
    }

    /** The type alone, without reading the rest: most subscriptions want few of a topic's events. */
    static String typeOf(ConsumerRecord<String, byte[]> message) {
        return text(message.headers(), CloudEventHeaders.TYPE);
    }

    private static Actor actor(Headers headers) {
        Header support = headers.lastHeader(CloudEventHeaders.SUPPORT_ACCESS);
        var actor = new Actor(text(headers, CloudEventHeaders.ACTOR));
        return support == null ? actor : actor.under(UUID.fromString(text(headers, CloudEventHeaders.SUPPORT_ACCESS)));
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        if (header == null) {
            throw new IllegalArgumentException("The record has no " + name + " header, so it is not an event of REMS");
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
