package io.rems.approval.ownership;

import io.rems.approval.ownership.domain.PropertyId;
import reactor.core.publisher.Mono;

/** What has been waiting to hear who holds a property. */
public interface HoldersAwaited {

    /** In the transaction that takes the news. */
    Mono<Void> told(PropertyId property);
}
