package io.rems.approval.ownership;

import io.rems.approval.ownership.domain.Ownership;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.access.FirmId;
import java.time.LocalDate;
import reactor.core.publisher.Mono;

/** Who can say for sure who holds a property; far away, so never asked inside a transaction. */
public interface OwnershipAuthority {

    /** Empty where the firm has no such property. */
    Mono<Ownership> ask(FirmId firm, PropertyId property, LocalDate day);
}
