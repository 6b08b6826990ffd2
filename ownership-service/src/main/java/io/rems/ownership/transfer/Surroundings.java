package io.rems.ownership.transfer;

import io.rems.ownership.ownership.domain.PropertyId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What goes on around a property that is worth a word before shares of it change hands. */
public interface Surroundings {

    record OpenTransfer(UUID transferId, TransferState state, LocalDate on) {}

    /** Transfers that are scheduled, or could not take effect and wait for somebody. */
    Mono<List<OpenTransfer>> openTransfers(PropertyId property);

    /** The expenses of the property that wait for approval. */
    Mono<List<UUID>> pendingApprovals(PropertyId property);

    /** The leases that are in force or going to be. */
    Mono<List<UUID>> leases(PropertyId property);
}
