package io.rems.gateway.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Knows every user's assignments; it is remote, so {@link Sessions} asks it as seldom as it may. */
interface AssignmentDirectory {
    /** The assignment in the firm, or in the user's primary firm if none is named; empty if there is none. */
    Mono<Assignment> find(UUID user, @Nullable UUID firm);
}
