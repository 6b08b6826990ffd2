package io.rems.approval.routing.domain;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.Matter;
import io.rems.approval.decision.domain.Round;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What routing must know of a submitted expense. */
public record Claim(
        ExpenseId expense,
        Round round,
        PropertyId property,
        UUID category,
        @Nullable UUID vendor,
        Money amount,
        LocalDate date,
        String description,
        Priority priority) {

    public Matter matter(@Nullable String propertyName, boolean selfApproval) {
        return new Matter(expense, round, property, propertyName, category, amount, date, description, selfApproval);
    }
}
