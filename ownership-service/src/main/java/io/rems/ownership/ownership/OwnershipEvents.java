package io.rems.ownership.ownership;

import io.rems.ownership.ownership.domain.OwnershipEvent;
import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.ownership.ownership.domain.PropertyId;
import java.time.LocalDate;
import reactor.core.publisher.Mono;

/** Where what happened goes, so that other services learn of it. */
public interface OwnershipEvents {

    Mono<Void> append(
            PropertyId property, long version, OwnershipEvent event, OwnershipTimeline timeline, LocalDate today);
}
