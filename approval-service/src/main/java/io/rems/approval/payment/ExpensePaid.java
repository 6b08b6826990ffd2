package io.rems.approval.payment;

import io.rems.approval.expense.domain.Details;
import io.rems.platform.Money;
import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The public form of a payment. */
@PublishedEvent(
        type = "rems.approval.ExpensePaid.v1",
        subject = "expense",
        description = "An approved expense is paid, in full.")
record ExpensePaid(
        UUID expenseId,
        UUID propertyId,
        UUID categoryId,
        @Nullable UUID vendorId,
        Money amount,
        LocalDate date,
        LocalDate paidOn,
        PaymentMethod method,
        @Nullable String reference,
        Instant recordedAt) {

    static Message of(Payment payment, Details details, long version) {
        return Message.of(
                payment.expense(),
                version,
                new ExpensePaid(
                        payment.expense(),
                        details.property().value(),
                        details.category(),
                        details.vendor(),
                        details.amount(),
                        details.date(),
                        payment.paidOn(),
                        payment.method(),
                        payment.reference(),
                        payment.recordedAt()));
    }
}
