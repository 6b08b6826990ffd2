package io.rems.ownership.transfer;

import io.rems.ownership.ownership.ChangeOwnership;
import io.rems.ownership.ownership.Ownerships;
import io.rems.ownership.ownership.domain.OwnershipEvent;
import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.ownership.transfer.domain.Handover;
import io.rems.platform.Outcome;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.Outcome.Refused;
import io.rems.platform.Versioned;
import io.rems.platform.problem.RequestRefused;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets shares change hands, in the open transaction: whoever is refused has changed nothing. */
@Component
class CarryOut {

    /** What changed hands, as it was found, and what came of it. */
    record Done(Handover found, Versioned<OwnershipTimeline> ownership) {}

    private final Ownerships ownerships;
    private final ChangeOwnership changeOwnership;

    CarryOut(Ownerships ownerships, ChangeOwnership changeOwnership) {
        this.ownerships = ownerships;
        this.changeOwnership = changeOwnership;
    }

    Mono<Done> on(PropertyId property, Function<OwnershipTimeline, Outcome<Handover, OwnershipEvent>> decide) {
        return ownerships.toChange(property).flatMap(timeline -> switch (decide.apply(timeline.value())) {
            case Accepted(var found, var happened) ->
                change(property, happened.getFirst()).map(changed -> new Done(found, changed));
            case Refused(var refusal) -> Mono.<Done>error(() -> new RequestRefused(refusal));
        });
    }

    private Mono<Versioned<OwnershipTimeline>> change(PropertyId property, OwnershipEvent event) {
        return changeOwnership.decided(
                property, timeline -> Mono.fromSupplier(() -> timeline.value().replaced(event)));
    }
}
