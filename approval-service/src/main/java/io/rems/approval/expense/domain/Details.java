package io.rems.approval.expense.domain;

import io.rems.approval.ownership.domain.PropertyId;
import io.rems.approval.routing.domain.Priority;
import io.rems.platform.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an expense is for and what it costs; {@code amount} includes the tax. */
public record Details(
        PropertyId property,
        @Nullable UUID unit,
        UUID category,
        @Nullable UUID type,
        @Nullable UUID vendor,
        Money amount,
        @Nullable Money tax,
        LocalDate date,
        String description,
        Priority priority) {

    public Details {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("Not an amount to spend: " + amount);
        }
        if (tax != null && (tax.isNegative() || tax.compareTo(amount) > 0)) {
            throw new IllegalArgumentException("Not a tax on " + amount + ": " + tax);
        }
    }
}
