package io.rems.firm.assignment;

import io.rems.firm.assignment.domain.Administrators;
import io.rems.firm.assignment.domain.AssignmentEvent;
import io.rems.firm.assignment.domain.AssignmentId;
import io.rems.firm.assignment.domain.Position;
import io.rems.firm.assignment.domain.UserAssignments;
import io.rems.firm.assignment.domain.UserAssignments.On;
import io.rems.platform.Outcome;
import io.rems.platform.database.Transactions;
import io.rems.platform.work.Due;
import io.rems.platform.work.DueWork;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Links logins of an owner who was registered twice to the entry under which he goes on. Asked under the user's lock
 * whether it still is to be done: however many look, and whatever crashes, it happens once.
 */
@Component
class FollowMergedOwners {
    private static final String REASON = "The owner was registered twice and goes on under another entry.";

    private final Transactions transactions;
    private final Assignments assignments;
    private final MergedOwners merged;
    private final RecordAssignments recordAssignments;
    private final Clock clock;

    FollowMergedOwners(
            Transactions transactions,
            Assignments assignments,
            MergedOwners merged,
            RecordAssignments recordAssignments,
            Clock clock) {
        this.transactions = transactions;
        this.assignments = assignments;
        this.merged = merged;
        this.recordAssignments = recordAssignments;
        this.clock = clock;
    }

    @Bean
    DueWork mergedOwners(@Value("${rems.assignments.due-every:PT1S}") Duration every) {
        return DueWork.named("logins of merged owners")
                .every(every)
                .find(Mono.defer(merged::stillLinked))
                .each(this::follow);
    }

    private Mono<Void> follow(Due due) {
        var id = new AssignmentId(due.id());
        var following = assignments
                .holderOf(due.firm(), id)
                .flatMap(assignments::ofUser)
                .flatMap(current ->
                        merged.successor(due).map(into -> linked(current, new On(due.firm(), id, REASON), into)))
                .flatMap(recordAssignments::record);
        return transactions.acrossFirms(following).then();
    }

    private Outcome<UserAssignments, AssignmentEvent> linked(UserAssignments current, On one, UUID into) {
        var terms = current.find(one.id()).orElseThrow().terms();
        var position = terms.position();
        return current.change(
                one,
                new Position(position.role(), position.level(), into, null),
                terms.validity(),
                Administrators.NONE,
                clock.instant());
    }
}
