package io.rems.tenant.premises;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** What the firm has put away, as far as ownership-service has announced it. */
public interface Archivals {

    /** Refused with UNIT_ARCHIVED or PROPERTY_ARCHIVED where the unit, or the property that it is part of, is archived. */
    Mono<Void> mustBeLet(UUID unit);
}
