package io.rems.approval.expense;

import io.rems.approval.decision.domain.Rule;
import io.rems.approval.decision.domain.Verdict;
import io.rems.approval.expense.domain.ExpenseState;
import io.rems.platform.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An expense as the API shows it.
 *
 * @param recordedBy the user or service that recorded it
 * @param submitter the user who submitted it; absent for drafts, and where a service did
 * @param round the approval that is, or was last, asked for; {@code approval} tells of this one
 */
public record ExpenseView(
        UUID id,
        UUID propertyId,
        @Nullable String propertyName,
        @Nullable UUID unitId,
        UUID categoryId,
        String categoryName,
        @Nullable UUID typeId,
        @Nullable UUID vendorId,
        @Nullable String vendorName,
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
        boolean hasAttachment,
        int round,
        @Nullable ApprovalPart approval,
        @Nullable ImportedPart imported,
        @Nullable PaymentPart payment,
        @Nullable RemarkPart returned,
        @Nullable RemarkPart withdrawn,
        @Nullable VoidPart voided) {

    /** How it was decided on before it came here, by whom the old books name. */
    public record ImportedPart(
            Verdict verdict,
            String by,
            LocalDate on,
            @Nullable String comment) {}

    /** That it was paid, in full. */
    public record PaymentPart(
            LocalDate paidOn, String method, @Nullable String reference, Instant recordedAt) {}

    /**
     * Why it was given back, or taken back, in this round.
     *
     * @param onBehalfOf the owners in whose stead {@code by} said so; none: in his own right
     */
    public record RemarkPart(String reason, UUID by, Instant at, List<UUID> onBehalfOf) {}

    /** That it does not count any more. */
    public record VoidPart(String reason, String by, Instant at) {}

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
            @Nullable Verdict verdict,
            @Nullable Instant decidedAt,
            @Nullable UUID decidedBy,
            @Nullable String comment) {}
}
