package io.rems.approval.routing.domain;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.platform.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * The other expenses to the same vendor for the same property inside the split window, which count as one with the one
 * that is routed, so that splitting it does not avoid approval.
 *
 * @param sum of all of them
 * @param count of all of them
 * @param latest by their dates, as many as are shown
 */
public record Others(Money sum, int count, List<Other> latest) {

    public record Other(ExpenseId expense, LocalDate date, Money amount) {}

    public Others {
        latest = List.copyOf(latest);
        if (count < latest.size()) {
            throw new IllegalArgumentException("More are shown than there are: " + count);
        }
    }

    public static Others none(Money zero) {
        return new Others(zero, 0, List.of());
    }
}
