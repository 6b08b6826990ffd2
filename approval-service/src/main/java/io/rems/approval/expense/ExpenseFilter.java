package io.rems.approval.expense;

import io.rems.approval.expense.domain.ExpenseState;
import io.rems.approval.routing.domain.Priority;
import io.rems.platform.problem.InvalidRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the list is narrowed to; null is not asked for.
 *
 * @param state any of these
 * @param from first expense date
 * @param to last expense date
 * @param minAmount in major units, with {@code currency}
 * @param maxAmount in major units, with {@code currency}
 */
public record ExpenseFilter(
        @Nullable List<ExpenseState> state,
        @Nullable UUID propertyId,
        @Nullable UUID unitId,
        @Nullable UUID categoryId,
        @Nullable UUID typeId,
        @Nullable UUID vendorId,
        @Nullable UUID submitter,
        @Nullable Priority priority,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Currency currency,
        @Nullable BigDecimal minAmount,
        @Nullable BigDecimal maxAmount,
        @Nullable Boolean hasAttachment) {

    public ExpenseFilter {
        if (currency == null && (minAmount != null || maxAmount != null)) {
            throw new InvalidRequest("currency", "REQUIRED", "says what the amounts are in");
        }
    }

    /** In minor units; what lies between two of them is the next. */
    public @Nullable Long leastMinor() {
        return minor(minAmount, RoundingMode.CEILING);
    }

    /** In minor units; what lies between two of them is the one before. */
    public @Nullable Long mostMinor() {
        return minor(maxAmount, RoundingMode.FLOOR);
    }

    private @Nullable Long minor(@Nullable BigDecimal amount, RoundingMode rounding) {
        return amount == null || currency == null
                ? null
                : InvalidRequest.unless(
                        "amount",
                        () -> amount.movePointRight(currency.getDefaultFractionDigits())
                                .setScale(0, rounding)
                                .longValueExact());
    }
}
