package io.rems.firm.mail;

import reactor.core.publisher.Mono;

/** Where use cases put their mail: in the open transaction across firms, so that it goes if and only if that commits. */
public interface Post {

    Mono<Void> queue(Letter letter);
}
