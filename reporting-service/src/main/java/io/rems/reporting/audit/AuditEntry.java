package io.rems.reporting.audit;

import io.r2dbc.spi.Row;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as the audit log keeps it.
 *
 * @param sequence its place in the firm's chain, without gaps
 * @param entity what it happened to
 * @param actor who did it: a user's identifier, or {@code service:<name>}
 * @param supportAccessId the support access that let the actor, a platform administrator, into the firm; else null
 * @param digest SHA-256 over the digest before it and this entry, in hexadecimal
 */
record AuditEntry(
        long sequence,
        UUID eventId,
        String type,
        String source,
        UUID entity,
        long version,
        String actor,
        @Nullable UUID supportAccessId,
        Instant time,
        JsonNode payload,
        String digest) {

    static AuditEntry of(Row row, JsonMapper json) {
        return new AuditEntry(
                Objects.requireNonNull(row.get("sequence", Long.class)),
                Objects.requireNonNull(row.get("event_id", UUID.class)),
                Objects.requireNonNull(row.get("type", String.class)),
                Objects.requireNonNull(row.get("source", String.class)),
                Objects.requireNonNull(row.get("subject", UUID.class)),
                Objects.requireNonNull(row.get("aggregate_version", Long.class)),
                Objects.requireNonNull(row.get("actor", String.class)),
                row.get("support_access", UUID.class),
                Objects.requireNonNull(row.get("time", Instant.class)),
                json.readTree(Objects.requireNonNull(row.get("payload", String.class))),
                HexFormat.of().formatHex(Objects.requireNonNull(row.get("digest", byte[].class))));
    }
}
