package io.rems.approval.businesstime;

import java.time.ZoneId;
import reactor.core.publisher.Mono;

/** Who keeps instants that hang on where the firm is, and moves them with it. */
@FunctionalInterface
public interface ZoneFollower {

    /** In the transaction that has taken note of it; it may be said again. */
    Mono<Void> firmIsIn(ZoneId zone);
}
