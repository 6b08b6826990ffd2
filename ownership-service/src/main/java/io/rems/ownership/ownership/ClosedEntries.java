package io.rems.ownership.ownership;

import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.platform.Refusal;
import io.rems.platform.problem.RequestRefused;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Which entries of the register stand in the way of a change: of what is put away nothing is given, and to nobody who is. */
public interface ClosedEntries {

    /**
     * Looks without holding on to anything: whoever writes the change is refused again where it is still so.
     *
     * @param receivers who would hold more than before
     * @return the refusals that the change would get; none where nothing is closed
     */
    Mono<List<Refusal>> inTheWay(PropertyId property, Collection<UUID> receivers);

    /** Fails with the first of them. */
    default Mono<Void> refuse(PropertyId property, Collection<UUID> receivers) {
        return inTheWay(property, receivers)
                .flatMap(refusals ->
                        refusals.isEmpty() ? Mono.empty() : Mono.error(() -> new RequestRefused(refusals.getFirst())));
    }
}
