package io.rems.tenant.premises;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** The firm's units, as far as ownership-service has announced them. */
public interface Units {

    /** The property that a unit is part of; the problem UNIT_UNKNOWN if the unit is not known. */
    Mono<UUID> propertyOf(UUID unit);
}
