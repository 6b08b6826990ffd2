package io.rems.reporting.approvals;

import io.rems.platform.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is used of {@code rems.approval.ApprovalRerouted.v1}. */
public record ApprovalRerouted(
        UUID propertyId,
        Money amount,
        @Nullable String description,
        String rule,
        List<Voter> voters,
        List<ApprovalVoteCast> kept,
        Instant requestedAt,
        Instant deadline) {

    /** As if it were asked for the first time, but for the votes that are kept. */
    ApprovalRequested request() {
        return new ApprovalRequested(propertyId, amount, description, rule, voters, requestedAt, deadline);
    }
}
