package io.rems.reporting.approvals;

import io.rems.platform.events.EventSubscription.Heard;
import io.rems.platform.events.ReceivedEvent;
import java.util.List;
import reactor.core.publisher.Mono;

/** What is known of each expense and of the votes on it, put together from events in any order. */
public interface Expenses {

    Mono<Void> recorded(ReceivedEvent event, ExpenseRecorded expense);

    /** Other facts, in whatever state. */
    Mono<Void> changed(ReceivedEvent event, ExpenseRecorded expense);

    Mono<Void> requested(ReceivedEvent event, ApprovalRequested request);

    Mono<Void> voted(ReceivedEvent event, ApprovalVoteCast vote);

    /** To others than before, in whatever state. */
    Mono<Void> rerouted(ReceivedEvent event, ApprovalRerouted rerouting);

    Mono<Void> escalated(List<Heard<ApprovalEscalated>> escalations);

    /** Any other change of state. */
    Mono<Void> entered(ReceivedEvent event, ExpenseState state);
}
