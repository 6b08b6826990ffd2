package io.rems.approval.expense;

import io.rems.approval.decision.domain.Rule;
import io.rems.platform.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An expense as the API shows it.
 *
 * @param recordedBy the user or service that recorded it
 * @param submitter the user who submitted it; absent for drafts, and where a service did
 */
public record ExpenseView(
        UUID id,
        UUID propertyId,
        @Nullable String propertyName,
        @Nullable UUID unitId,
        UUID categoryId,
        @Nullable UUID typeId,
        @Nullable UUID vendorId,
        Money amount,
        @Nullable Money tax,
        LocalDate date,
        String description,
        String priority,
        ExpenseState state,
        long version,
        String recordedBy,
        Instant recordedAt,
        @Nullable UUID submitter,
        @Nullable Instant submittedAt,
        @Nullable ApprovalPart approval) {

    /**
     * How far its approval is.
     *
     * @param deadline absent where nobody's word was needed
     */
    public record ApprovalPart(
            Rule rule,
            boolean automatic,
            Instant requestedAt,
            @Nullable Instant deadline,
            @Nullable Instant escalatedAt,
            @Nullable Instant decidedAt,
            @Nullable UUID decidedBy,
            @Nullable String comment) {}
}
