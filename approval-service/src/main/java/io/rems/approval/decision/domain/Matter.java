package io.rems.approval.decision.domain;

import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is to be decided on; its amount and property cannot change while it is.
 *
 * @param submitter absent where another service submitted
 * @param selfApproval whether the submitter may decide on it himself
 */
public record Matter(
        ExpenseId expense,
        PropertyId property,
        Money amount,
        String description,
        @Nullable PersonId submitter,
        boolean selfApproval) {

    boolean forbids(PersonId person) {
        return !selfApproval && person.equals(submitter);
    }
}
