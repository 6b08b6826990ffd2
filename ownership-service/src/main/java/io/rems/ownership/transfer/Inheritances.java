package io.rems.ownership.transfer;

import io.rems.ownership.firm.Viewer;
import io.rems.ownership.transfer.domain.Inheritance;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What owners have left to their heirs. */
public interface Inheritances {

    /** Fails with {@code RequestRefused} where the firm has an inheritance of this id. */
    Mono<Void> add(Inheritance inheritance, Instant at);

    /** Fails with {@code NotFound} where the viewer sees no such inheritance: an owner only one that touches him. */
    Mono<InheritanceView> get(UUID id, Viewer viewer);
}
