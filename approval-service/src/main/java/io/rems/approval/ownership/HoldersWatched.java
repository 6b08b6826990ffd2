package io.rems.approval.ownership;

import io.rems.approval.ownership.domain.OwnerId;
import io.rems.approval.ownership.domain.PropertyId;
import java.util.Set;
import reactor.core.publisher.Mono;

/** What rests on who holds a property, and has to be looked at again when that changes. */
public interface HoldersWatched {

    /**
     * In the transaction that takes the news, once it is taken.
     *
     * @param owners who held a part of it by what was told before, or by what is told now
     */
    Mono<Void> changed(PropertyId property, Set<OwnerId> owners);
}
