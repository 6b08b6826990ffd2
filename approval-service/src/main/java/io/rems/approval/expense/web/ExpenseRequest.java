package io.rems.approval.expense.web;

import io.rems.approval.expense.domain.Details;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.approval.routing.domain.Priority;
import io.rems.platform.Identifiers;
import io.rems.platform.Money;
import io.rems.platform.access.Caller;
import io.rems.platform.problem.FieldProblem;
import io.rems.platform.problem.InvalidRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an expense is to be; {@code id} and {@code submit} are for new ones only. */
record ExpenseRequest(
        @Nullable UUID id,
        @NotNull UUID propertyId,
        @Nullable UUID unitId,
        @NotNull UUID categoryId,
        @Nullable UUID typeId,
        @Nullable UUID vendorId,
        @NotNull Money amount,
        @Nullable Money tax,
        @NotNull LocalDate date,
        @NotBlank @Size(max = 2000) String description,
        @Nullable Priority priority,
        @Nullable Boolean submit) {

    /** In minor units; sums of thousands of these still fit. */
    private static final long MOST = 1_000_000_000_000_000L;

    private static final LocalDate FIRST_DAY = LocalDate.of(1000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /** The same for the same command, so that one whose answer was lost finds what it did. */
    UUID identifier(Caller caller, @Nullable String idempotencyKey) {
        if (id != null) {
            return id;
        }
        return idempotencyKey == null
                ? Identifiers.next()
                : Identifiers.derived(
                        caller.firm().value(), String.join("/", caller.actor().id(), idempotencyKey, toString()));
    }

    boolean isNamedByKey(@Nullable String idempotencyKey) {
        return id == null && idempotencyKey != null;
    }

    boolean isToSubmit() {
        return Boolean.TRUE.equals(submit);
    }

    Details details() {
        check();
        return new Details(
                new PropertyId(propertyId),
                unitId,
                categoryId,
                typeId,
                vendorId,
                amount,
                tax,
                date,
                description,
                Objects.requireNonNullElse(priority, Priority.NORMAL));
    }

    private void check() {
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
        if (!problems.isEmpty()) {
            throw new InvalidRequest(problems);
        }
    }
}
