package io.rems.approval.ownership;

import io.rems.approval.ownership.domain.Ownership;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.access.FirmId;
import java.time.LocalDate;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Who can say for sure what the firm has and who holds it; far away, so never asked inside a transaction. Where it is
 * down, {@link io.rems.platform.http.RemoteUnavailable} says so.
 */
public interface OwnershipAuthority {

    /** Empty where the firm has no such property. */
    Mono<Ownership> ask(FirmId firm, PropertyId property, LocalDate day);

    Mono<Boolean> has(FirmId firm, PropertyId property);

    /** Empty where the firm has no such unit. */
    Mono<PropertyId> propertyOf(FirmId firm, UUID unit);
}
