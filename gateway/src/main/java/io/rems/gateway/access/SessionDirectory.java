package io.rems.gateway.access;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Knows which sign-ins are open; it is remote, so it is asked only while their ends are not heard of. */
interface SessionDirectory {
    Mono<Boolean> isOpen(UUID session);
}
