package io.rems.approval.payment;

import io.rems.platform.Money;
import io.rems.platform.problem.InvalidRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body that records a payment.
 *
 * @param amount the whole amount of the expense, so that nobody pays what was meant differently
 */
record PaymentRequest(
        @NotNull LocalDate paidOn,
        @NotNull PaymentMethod method,
        @Nullable @Size(max = 100) String reference,
        @NotNull Money amount) {

    Payment payment(UUID expense, Instant now) {
        if (paidOn.isAfter(LocalDate.ofInstant(now, ZoneOffset.MAX))) {
            throw new InvalidRequest("paidOn", "OUT_OF_RANGE", "is a day that has not begun anywhere");
        }
        return new Payment(expense, paidOn, method, reference, now);
    }
}
