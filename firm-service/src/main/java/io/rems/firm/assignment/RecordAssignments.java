package io.rems.firm.assignment;

import io.rems.firm.assignment.domain.AssignmentEvent;
import io.rems.firm.assignment.domain.AssignmentRefusal;
import io.rems.firm.assignment.domain.UserAssignments;
import io.rems.platform.Outcome;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.Outcome.Refused;
import io.rems.platform.database.Constraints;
import io.rems.platform.events.Outbox;
import io.rems.platform.problem.RequestRefused;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The common end of what is done to assignments: rows, history and events, or the refusal. */
@Component
class RecordAssignments {
    private final Assignments assignments;
    private final AssignmentMessages messages;
    private final Outbox outbox;

    RecordAssignments(Assignments assignments, AssignmentMessages messages, Outbox outbox) {
        this.assignments = assignments;
        this.messages = messages;
        this.outbox = outbox;
    }

    Mono<Recorded> record(Outcome<UserAssignments, AssignmentEvent> outcome) {
        return switch (outcome) {
            case Accepted(var state, var events) ->
                assignments
                        .store(events)
                        .onErrorMap(RecordAssignments::refusal)
                        .then(publish(events))
                        .thenReturn(new Recorded(state, events));
            case Refused(var refusal) -> Mono.error(new RequestRefused(refusal));
        };
    }

    private Mono<Void> publish(List<AssignmentEvent> events) {
        return Flux.fromIterable(events)
                .map(messages::of)
                .concatMap(addressed -> outbox.appendFor(addressed.firm(), List.of(addressed.message())))
                .then();
    }

    private static Throwable refusal(Throwable error) {
        if (Constraints.violated(error, "assignment_pkey")) {
            return new RequestRefused(AssignmentRefusal.DUPLICATE);
        }
        return Constraints.violated(error, "assignment_one_current")
                ? new RequestRefused(AssignmentRefusal.ALREADY_ASSIGNED)
                : error;
    }
}
