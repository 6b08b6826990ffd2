package io.rems.reporting.portfolio;

import io.rems.platform.events.ReceivedEvent;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Who holds what, and each owner's part of the approved expenses. */
public interface Holdings {

    /** Takes over the new table, and divides anew the expenses from the first day on which it differs. */
    Mono<Void> changed(ReceivedEvent event, OwnershipChanged change);

    /** Divides an expense that has been approved, or whose facts have come after its approval. */
    Mono<Void> divide(UUID expense);
}
