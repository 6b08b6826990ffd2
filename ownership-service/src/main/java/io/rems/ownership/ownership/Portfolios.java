package io.rems.ownership.ownership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What owners hold. */
public interface Portfolios {

    /**
     * Fails with {@code NotFound} where the firm has no such owner.
     *
     * @param begunBy leaves out what begins later
     * @param known as it was known at this instant, not as it is now
     */
    Mono<Portfolio> of(UUID ownerId, LocalDate day, LocalDate begunBy, @Nullable Instant known);
}
