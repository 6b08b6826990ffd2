package io.rems.approval.maintenance;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.platform.Identifiers;
import io.rems.platform.Money;
import io.rems.platform.events.AwaitedEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a maintenance order is expected to cost, to be approved. */
@AwaitedEvent(
        type = "rems.tenant.ExpenseApprovalAsked.v1",
        subject = "maintenance order",
        description = "Records what a maintenance order costs as an expense and submits it; answered with"
                + " ExpenseApprovalAnswered, at once with RECORDED or REFUSED, and with each decision on it.")
record ExpenseApprovalAsked(
        UUID orderId,

        @Schema(
                description =
                        "1 for the first time that approval is asked for the order; a higher number asks anew, once what"
                                + " was asked before is decided on or withdrawn, and makes that void. The same number again changes"
                                + " nothing")
        int ask,

        UUID propertyId,
        @Nullable UUID unitId,
        @Nullable UUID vendorId,

        @Nullable @Schema(description = "Absent: the firm's category with the code MAINTENANCE")
        UUID categoryId,

        @Nullable UUID typeId,
        Money amount,
        @Nullable Money tax,

        @Nullable @Schema(description = "Whose shares count; absent: the day of asking, where the firm is")
        LocalDate date,

        String description,

        @Schema(description = "The work goes on already: the expense is URGENT, which waits a third of the time")
        boolean emergency,

        @Nullable
        @Schema(description = "In whose name; he does not decide on it. Absent where nobody but the service asks")
        UUID askedBy) {

    /** The same however often it is delivered. */
    ExpenseId expense() {
        return new ExpenseId(Identifiers.derived(orderId, "expense/" + ask));
    }
}
