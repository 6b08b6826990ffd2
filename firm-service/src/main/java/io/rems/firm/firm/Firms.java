package io.rems.firm.firm;

import io.rems.platform.access.FirmId;
import reactor.core.publisher.Mono;

/** What other features need of firms. */
public interface Firms {

    /** Fails if there is no such firm, or if it is closed; for work across firms. */
    Mono<Void> require(FirmId id);

    /** Takes the next version of the caller's firm, and with it the firm's lock until the transaction ends. */
    Mono<Long> nextVersion();

    /** The same for any firm, for work across firms. */
    Mono<Long> nextVersionOf(FirmId id);
}
