package io.rems.firm.assignment;

import io.rems.platform.work.Due;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Logins that are linked to an owner who goes on under another entry. */
public interface MergedOwners {

    /** Some assignments of any firm that are still linked to the old entry. */
    Mono<List<Due>> stillLinked();

    /** The entry under which the owner of an assignment goes on; empty where nothing is left to do. */
    Mono<UUID> successor(Due assignment);
}
