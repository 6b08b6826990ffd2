package io.rems.approval.expense;

import io.rems.approval.expense.domain.Details;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.approval.routing.domain.Priority;
import io.rems.platform.Money;
import io.rems.platform.problem.FieldProblem;
import io.rems.platform.problem.InvalidRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what an expense is to be, for whatever records one, or says which fields cannot be so. */
public final class AskedDetails {

    /** In minor units; sums of thousands of these still fit. */
    private static final long MOST = 1_000_000_000_000_000L;

    private static final LocalDate FIRST_DAY = LocalDate.of(1000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private AskedDetails() {}

    /** Fails with {@link InvalidRequest}. @param priority normal where it is absent */
    public static Details of(
            UUID property,
            @Nullable UUID unit,
            UUID category,
            @Nullable UUID type,
            @Nullable UUID vendor,
            Money amount,
            @Nullable Money tax,
            LocalDate date,
            String description,
            @Nullable Priority priority) {
        var problems = problems(amount, tax, date);
        if (!problems.isEmpty()) {
            throw new InvalidRequest(problems);
        }
        return new Details(
                new PropertyId(property),
                unit,
                category,
                type,
                vendor,
                amount,
                tax,
                date,
                description,
                Objects.requireNonNullElse(priority, Priority.NORMAL));
    }

    private static List<FieldProblem> problems(Money amount, @Nullable Money tax, LocalDate date) {
        var problems = new ArrayList<FieldProblem>();
        if (!amount.isPositive()) {
            problems.add(new FieldProblem("amount", "NOT_POSITIVE", "must be more than nothing"));
        }
        if (amount.minor() > MOST) {
            problems.add(new FieldProblem("amount", "OUT_OF_RANGE", "is more than anybody spends"));
        }
        if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
            problems.add(new FieldProblem("date", "OUT_OF_RANGE", "must be between " + FIRST_DAY + " and " + LAST_DAY));
        }
        if (tax != null && !tax.currency().equals(amount.currency())) {
            problems.add(new FieldProblem("tax", "OTHER_CURRENCY", "must be in the currency of the amount"));
        } else if (tax != null && (tax.isNegative() || tax.compareTo(amount) > 0)) {
            problems.add(new FieldProblem("tax", "OUT_OF_RANGE", "must be a part of the amount"));
        }
        return problems;
    }
}
