package io.rems.reporting.approvals;

import io.rems.platform.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is used of {@code rems.approval.ApprovalRequested.v1}. */
public record ApprovalRequested(
        UUID propertyId,
        Money amount,
        @Nullable String description,
        String rule,
        List<Voter> voters,
        Instant requestedAt,
        Instant deadline) {}
