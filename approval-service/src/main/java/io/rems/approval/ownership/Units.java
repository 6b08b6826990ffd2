package io.rems.approval.ownership;

import io.rems.approval.ownership.domain.PropertyId;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Which property the firm's units are of, as far as ownership-service has told. */
public interface Units {

    /** Empty where the unit has never been heard of. */
    Mono<PropertyId> propertyOf(UUID unit);

    Mono<Void> add(UUID unit, PropertyId property);
}
