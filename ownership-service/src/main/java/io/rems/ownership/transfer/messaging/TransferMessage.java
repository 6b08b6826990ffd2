package io.rems.ownership.transfer.messaging;

import io.rems.ownership.transfer.domain.Deed;
import io.rems.ownership.transfer.domain.TransferEvent;
import io.rems.ownership.transfer.domain.TransferId;
import io.rems.ownership.transfer.domain.TransferKind;
import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events of transfers as other services read them; fields are added, never changed. */
sealed interface TransferMessage {

    @PublishedEvent(
            type = "rems.ownership.TransferScheduled.v1",
            subject = "transfer",
            description = "Shares are to change hands on a day to come; or on another day than was told before.")
    record TransferScheduledV1(
            UUID transferId,
            UUID propertyId,
            TransferKind kind,
            LocalDate on,
            @Nullable String reason,
            List<PieceV1> given,
            List<PieceV1> received)
            implements TransferMessage {}

    @PublishedEvent(
            type = "rems.ownership.TransferCancelled.v1",
            subject = "transfer",
            description = "What was scheduled will not take effect.")
    record TransferCancelledV1(UUID transferId, UUID propertyId, String cancellation) implements TransferMessage {}

    @PublishedEvent(
            type = "rems.ownership.TransferFailed.v1",
            subject = "transfer",
            description = "The day of a scheduled transfer has come, and the rules said no: it takes somebody to look.")
    record TransferFailedV1(UUID transferId, UUID propertyId, LocalDate on, String code, String detail)
            implements TransferMessage {}

    /**
     * @param reverses the transfer that this one takes back
     * @param ownershipVersion the version of the property's ownership after it, as in OwnershipChanged
     * @param intervals the whole table of the property, all of time
     */
    @PublishedEvent(
            type = "rems.ownership.OwnershipTransferred.v1",
            subject = "transfer",
            description =
                    "Shares have changed hands: who gave what to whom, and the table of ownership that came of it.")
    record OwnershipTransferredV1(
            UUID transferId,
            UUID propertyId,
            TransferKind kind,
            LocalDate on,
            @Nullable String reason,
            @Nullable UUID inheritanceId,
            @Nullable UUID reverses,
            List<PieceV1> given,
            List<PieceV1> received,
            long ownershipVersion,
            List<TableV1> intervals)
            implements TransferMessage {}

    @PublishedEvent(
            type = "rems.ownership.TransferReversed.v1",
            subject = "transfer",
            description = "A transfer was taken back by another one, from that one's day on.")
    record TransferReversedV1(
            UUID transferId,
            UUID propertyId,
            UUID reversedBy,
            LocalDate on,
            @Nullable String reason) implements TransferMessage {}

    static Message of(TransferEvent event, long version) {
        var deed = event.transfer().deed();
        return Message.of(deed.id().value(), version, data(event, deed));
    }

    private static TransferMessage data(TransferEvent event, Deed deed) {
        var id = deed.id().value();
        var property = deed.property().value();
        return switch (event) {
            case TransferEvent.TransferScheduled(var scheduled) ->
                new TransferScheduledV1(
                        id,
                        property,
                        deed.kind(),
                        deed.on(),
                        deed.reason(),
                        PieceV1.of(scheduled.handover().given()),
                        PieceV1.of(scheduled.handover().received()));
            case TransferEvent.TransferCancelled(var cancelled) ->
                new TransferCancelledV1(id, property, cancelled.cancellation());
            case TransferEvent.TransferFailed(var failed) ->
                new TransferFailedV1(
                        id,
                        property,
                        deed.on(),
                        failed.failure().code(),
                        failed.failure().detail());
            case TransferEvent.OwnershipTransferred(var executed, var ownership) ->
                new OwnershipTransferredV1(
                        id,
                        property,
                        deed.kind(),
                        deed.on(),
                        deed.reason(),
                        deed.inheritance().orElse(null),
                        deed.reverses().map(TransferId::value).orElse(null),
                        PieceV1.of(executed.handover().given()),
                        PieceV1.of(executed.handover().received()),
                        ownership.version(),
                        TableV1.of(ownership.value()));
            case TransferEvent.TransferReversed(var reversed, var on, var reason) ->
                new TransferReversedV1(id, property, reversed.by().value(), on, reason);
        };
    }
}
