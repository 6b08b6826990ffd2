package io.rems.platform.events;

import io.r2dbc.spi.Row;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A row of the outbox: an event that waits to be published. */
record PendingEvent(
        UUID firm,
        UUID id,
        short slot,
        boolean ready,
        String type,
        UUID subject,
        long aggregateVersion,
        String actor,
        @Nullable UUID supportAccess,
        Instant occurredAt,
        @Nullable String traceparent,
        String data) {

    static PendingEvent of(Row row) {
        return new PendingEvent(
                get(row, "firm_id", UUID.class),
                get(row, "id", UUID.class),
                get(row, "slot", Short.class),
                get(row, "ready", Boolean.class),
                get(row, "type", String.class),
                get(row, "subject", UUID.class),
                get(row, "aggregate_version", Long.class),
                get(row, "actor", String.class),
                row.get("support_access", UUID.class),
                get(row, "occurred_at", Instant.class),
                row.get("traceparent", String.class),
                get(row, "data", String.class));
    }

    ProducerRecord<String, byte[]> toRecord(String topic, String source) {
        var message =
                new ProducerRecord<String, byte[]>(topic, subject.toString(), data.getBytes(StandardCharsets.UTF_8));
        header(message, CloudEventHeaders.SPEC_VERSION, "1.0");
        header(message, CloudEventHeaders.ID, id.toString());
        header(message, CloudEventHeaders.SOURCE, source);
        header(message, CloudEventHeaders.TYPE, type);
        header(message, CloudEventHeaders.SUBJECT, subject.toString());
        header(message, CloudEventHeaders.TIME, occurredAt.toString());
        header(message, CloudEventHeaders.FIRM, firm.toString());
        header(message, CloudEventHeaders.ACTOR, actor);
        header(message, CloudEventHeaders.AGGREGATE_VERSION, Long.toString(aggregateVersion));
        header(message, CloudEventHeaders.CONTENT_TYPE, "application/json");
        if (supportAccess != null) {
            header(message, CloudEventHeaders.SUPPORT_ACCESS, supportAccess.toString());
        }
        if (traceparent != null) {
            header(message, CloudEventHeaders.TRACE, traceparent);
        }
        return message;
    }

    private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static <T> T get(Row row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
