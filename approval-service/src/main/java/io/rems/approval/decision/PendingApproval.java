package io.rems.approval.decision;

import io.rems.approval.decision.domain.Rule;
import io.rems.approval.decision.domain.Urgency;
import io.rems.platform.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An expense that waits for a decision, as portals list it.
 *
 * @param propertyName absent until ownership-service has told it
 * @param onBehalfOf the owners in whose stead the caller can decide on it, beside what he can in his own right
 */
public record PendingApproval(
        UUID expenseId,
        UUID propertyId,
        @Nullable String propertyName,
        Money amount,
        String description,
        LocalDate date,
        String priority,
        String state,
        Rule rule,
        Instant requestedAt,
        Instant deadline,
        @Nullable Instant escalatedAt,
        Urgency urgency,
        List<UUID> onBehalfOf) {}
