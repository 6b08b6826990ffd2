package io.rems.ownership.ownership;

import java.time.LocalDate;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What owners hold. */
public interface Portfolios {

    /** Fails with {@code NotFound} where the firm has no such owner. */
    Mono<Portfolio> of(UUID ownerId, LocalDate day);
}
