package io.rems.approval.delegation;

import reactor.core.publisher.Mono;

/** Whether the firm lets delegates pass on what they were given. */
public interface ChainPolicy {

    Mono<Boolean> allowsChains();
}
