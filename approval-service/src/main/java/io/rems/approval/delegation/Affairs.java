package io.rems.approval.delegation;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.delegation.domain.Affair;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.Money;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Expenses as delegations are judged against them. */
public interface Affairs {

    /** A round that was put to a decision, as of its decision or else of now. */
    record Asked(Affair affair, List<OwnerId> owners, Instant since) {}

    /**
     * An expense that is not put to a decision yet.
     *
     * @param amount its own with those that count as one with it
     * @param owners who would be asked
     */
    record Proposed(
            PropertyId property,
            UUID category,
            Money amount,
            Set<PersonId> submitters,
            boolean selfApproval,
            List<OwnerId> owners) {}

    /** The latest round where none is named; empty where it is not routed. */
    Mono<Asked> of(ExpenseId expense, @Nullable Integer round, Instant now);

    Mono<Affair> of(Proposed proposed, Instant now);
}
