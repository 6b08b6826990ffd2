package io.rems.reporting.people;

import io.rems.platform.events.ReceivedEvent;
import reactor.core.publisher.Mono;

/** Who works where, and who signs in, kept as events arrive. */
public interface People {

    Mono<Void> works(ReceivedEvent event, AssignmentTold assignment);

    Mono<Void> left(ReceivedEvent event, AssignmentTold assignment);

    Mono<Void> signedIn(ReceivedEvent event, SignInTold signIn);

    Mono<Void> failedToSignIn(ReceivedEvent event, SignInTold signIn);
}
