package io.rems.approval.legacy;

import io.rems.approval.decision.domain.Verdict;
import io.rems.approval.expense.domain.Details;
import io.rems.platform.Money;
import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The public form of a decision from before. */
@PublishedEvent(
        type = "rems.approval.ExpenseImported.v1",
        subject = "expense",
        description = "An expense was decided on before it came to REMS; its state is the verdict.")
record ExpenseImported(
        UUID expenseId,
        UUID propertyId,
        Money amount,
        Verdict verdict,
        String decidedBy,
        LocalDate decidedOn,
        @Nullable String comment) {

    static Message of(UUID expense, Details details, ImportedDecision decision, long version) {
        return Message.of(
                expense,
                version,
                new ExpenseImported(
                        expense,
                        details.property().value(),
                        details.amount(),
                        decision.verdict(),
                        decision.by(),
                        decision.on(),
                        decision.comment()));
    }
}
