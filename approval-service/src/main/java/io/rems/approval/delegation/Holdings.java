package io.rems.approval.delegation;

import io.rems.approval.ownership.domain.OwnerId;
import io.rems.approval.ownership.domain.PropertyId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** What owners hold from a day on, as ownership-service has told. */
public interface Holdings {

    /** The owner's properties with the first day on which he holds them no longer, where one is set. */
    Mono<Map<PropertyId, Optional<LocalDate>>> of(OwnerId owner, LocalDate today);

    /** The same; nobody else changes who holds them until the end of the transaction. */
    Mono<Map<PropertyId, Optional<LocalDate>>> hold(OwnerId owner, LocalDate today);
}
