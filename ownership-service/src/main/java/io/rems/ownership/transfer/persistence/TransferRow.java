package io.rems.ownership.transfer.persistence;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Row;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.ownership.transfer.TransferState;
import io.rems.ownership.transfer.domain.Deed;
import io.rems.ownership.transfer.domain.Failure;
import io.rems.ownership.transfer.domain.Handover;
import io.rems.ownership.transfer.domain.Paper;
import io.rems.ownership.transfer.domain.Transfer;
import io.rems.ownership.transfer.domain.TransferId;
import io.rems.ownership.transfer.domain.TransferKind;
import io.rems.platform.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A transfer without its pieces, as the database has it. */
record TransferRow(
        long version,
        TransferState state,
        Deed deed,
        @Nullable Instant settledAt,
        @Nullable String cancellation,
        @Nullable Failure failure,
        @Nullable UUID reversedBy) {

    static final String COLUMNS = """
            id, version, property_id, state, kind, effective_on, reason, papers::text AS papers, inheritance_id, reverses,
            reversed_by, settled_at, cancellation, failure::text AS failure""";

    static TransferRow of(Versioned<Transfer> transfer) {
        var value = transfer.value();
        return switch (value) {
            case Transfer.Scheduled _ -> row(transfer, null, null, null, null);
            case Transfer.Failed failed -> row(transfer, failed.failure().at(), null, failed.failure(), null);
            case Transfer.Cancelled cancelled -> row(transfer, cancelled.at(), cancelled.cancellation(), null, null);
            case Transfer.Executed executed -> row(transfer, executed.at(), null, null, null);
            case Transfer.Reversed reversed ->
                row(transfer, reversed.at(), null, null, reversed.by().value());
        };
    }

    static TransferRow read(Row row, JsonMapper json) {
        var failure = row.get("failure", String.class);
        return new TransferRow(
                row.get("version", Long.class),
                TransferState.valueOf(row.get("state", String.class)),
                deed(row, json),
                row.get("settled_at", Instant.class),
                row.get("cancellation", String.class),
                failure == null ? null : json.readValue(failure, Failure.class),
                row.get("reversed_by", UUID.class));
    }

    Versioned<Transfer> with(Handover handover) {
        return new Versioned<>(
                switch (state) {
                    case SCHEDULED -> new Transfer.Scheduled(deed, handover);
                    case FAILED -> new Transfer.Failed(deed, handover, requireNonNull(failure));
                    case CANCELLED ->
                        new Transfer.Cancelled(deed, handover, requireNonNull(cancellation), requireNonNull(settledAt));
                    case EXECUTED -> new Transfer.Executed(deed, handover, requireNonNull(settledAt));
                    case REVERSED ->
                        new Transfer.Reversed(
                                deed, handover, requireNonNull(settledAt), new TransferId(requireNonNull(reversedBy)));
                },
                version);
    }

    private static TransferRow row(
            Versioned<Transfer> transfer,
            @Nullable Instant settledAt,
            @Nullable String cancellation,
            @Nullable Failure failure,
            @Nullable UUID reversedBy) {
        return new TransferRow(
                transfer.version(),
                TransferState.of(transfer.value()),
                transfer.value().deed(),
                settledAt,
                cancellation,
                failure,
                reversedBy);
    }

    private static Deed deed(Row row, JsonMapper json) {
        return new Deed(
                new TransferId(row.get("id", UUID.class)),
                new PropertyId(row.get("property_id", UUID.class)),
                TransferKind.valueOf(row.get("kind", String.class)),
                row.get("effective_on", LocalDate.class),
                row.get("reason", String.class),
                List.of(json.readValue(row.get("papers", String.class), Paper[].class)),
                Optional.ofNullable(row.get("inheritance_id", UUID.class)),
                Optional.ofNullable(row.get("reverses", UUID.class)).map(TransferId::new));
    }
}
