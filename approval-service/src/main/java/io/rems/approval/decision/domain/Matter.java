package io.rems.approval.decision.domain;

import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be decided on; its amount, date and property cannot change while it is.
 *
 * @param propertyName absent until ownership-service has told it
 * @param selfApproval whether the submitter may decide on it himself
 */
public record Matter(
        ExpenseId expense,
        Round round,
        PropertyId property,
        @Nullable String propertyName,
        UUID category,
        Money amount,
        LocalDate date,
        String description,
        boolean selfApproval) {

    public boolean forbids(PersonId person) {
        return !selfApproval && round.submitters().contains(person);
    }
}
