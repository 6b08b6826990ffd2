package io.rems.approval.ownership;

import io.rems.approval.ownership.domain.PropertyId;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Which properties and units the firm has put away: nothing is spent on them any more. */
public interface Archivals {

    /** What is older than what is known changes nothing. */
    Mono<Void> ofProperty(PropertyId property, boolean archived, long version);

    Mono<Void> ofUnit(UUID unit, PropertyId property, boolean archived, long version);
}
