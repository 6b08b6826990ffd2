package io.rems.firm.assignment;

import io.rems.firm.assignment.domain.Grant;
import io.rems.firm.firm.Firms;
import io.rems.firm.link.Links;
import io.rems.platform.Versioned;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.Transactions;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives a user a position in a firm. Spans firms: the user may work elsewhere, and his primary firm may move. */
@Component
public class GrantAssignment {
    private final Transactions transactions;
    private final Firms firms;
    private final Links links;
    private final Assignments assignments;
    private final RecordAssignments recordAssignments;
    private final Clock clock;

    GrantAssignment(
            Transactions transactions,
            Firms firms,
            Links links,
            Assignments assignments,
            RecordAssignments recordAssignments,
            Clock clock) {
        this.transactions = transactions;
        this.firms = firms;
        this.links = links;
        this.assignments = assignments;
        this.recordAssignments = recordAssignments;
        this.clock = clock;
    }

    /** Any user in any firm, as the operator of REMS may. */
    public Mono<Versioned<AssignmentView>> grant(FirmId firm, UUID user, Grant grant) {
        return check(firm, grant).then(within(firm, user, grant)).map(recorded -> recorded.view(grant.id()));
    }

    /** Only a user whom the firm knows: of others its administrators shall not even learn that they exist. */
    public Mono<Versioned<AssignmentView>> grantToKnown(FirmId firm, UUID user, Grant grant) {
        var granting = assignments.requireKnown(firm, user).then(within(firm, user, grant));
        return check(firm, grant).then(transactions.acrossFirms(granting)).map(recorded -> recorded.view(grant.id()));
    }

    /** What must be right of a grant and may have to be asked elsewhere, hence before any transaction. */
    public Mono<Void> check(FirmId firm, Grant grant) {
        return Mono.defer(() -> {
            FutureEnd.require(grant.validity(clock.instant()), clock.instant());
            var position = grant.position();
            return links.require(firm, position.ownerId(), position.tenantId());
        });
    }

    /** The grant itself, in a transaction across firms that others may have opened; {@link #check} came before. */
    public Mono<Recorded> within(FirmId firm, UUID user, Grant grant) {
        var granting = firms.require(firm)
                .then(assignments.ofUser(user))
                .map(current -> current.grant(firm, grant, clock.instant()))
                .flatMap(recordAssignments::record);
        return transactions.acrossFirms(granting);
    }
}
