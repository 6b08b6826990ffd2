package io.rems.ownership.transfer.domain;

import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.platform.Versioned;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happened to a transfer. */
public sealed interface TransferEvent {

    Transfer transfer();

    record TransferScheduled(Transfer.Scheduled transfer) implements TransferEvent {}

    record TransferCancelled(Transfer.Cancelled transfer) implements TransferEvent {}

    record TransferFailed(Transfer.Failed transfer) implements TransferEvent {}

    /** @param ownership what came of it: the whole table of the property */
    record OwnershipTransferred(Transfer.Executed transfer, Versioned<OwnershipTimeline> ownership)
            implements TransferEvent {}

    record TransferReversed(
            Transfer.Reversed transfer,
            LocalDate on,
            @Nullable String reason) implements TransferEvent {}
}
