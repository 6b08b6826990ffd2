package io.rems.approval.delegation;

import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.delegation.domain.Delegation;
import io.rems.approval.ownership.domain.OwnerId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What people, owners, properties and categories are called, as far as it was told. */
public interface Names {

    /**
     * @param names by identifier
     * @param ownerUsers who is linked to the owner; known of a delegation's own only
     */
    record Known(Map<UUID, String> names, List<UUID> ownerUsers) {

        public @Nullable String of(UUID identifier) {
            return names.get(identifier);
        }
    }

    /** Of all that a delegation names. */
    Mono<Known> of(Delegation delegation);

    Mono<Known> of(Collection<OwnerId> owners, Collection<PersonId> persons);
}
