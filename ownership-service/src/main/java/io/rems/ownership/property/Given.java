package io.rems.ownership.property;

import io.rems.platform.Money;
import io.rems.platform.problem.InvalidRequest;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Amounts and days as clients give them: what no ledger can hold is a slip of the pen, named by its field. */
public final class Given {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private Given() {}

    public static @Nullable Money notNegative(String field, @Nullable Money amount) {
        if (amount != null && amount.isNegative()) {
            throw new InvalidRequest(field, "NEGATIVE", "must not be negative");
        }
        return amount;
    }

    public static @Nullable LocalDate day(String field, @Nullable LocalDate day) {
        if (day != null && (day.isBefore(FIRST) || day.isAfter(LAST))) {
            throw new InvalidRequest(field, "OUT_OF_RANGE", "must be between " + FIRST + " and " + LAST);
        }
        return day;
    }
}
