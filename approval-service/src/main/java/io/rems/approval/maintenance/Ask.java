package io.rems.approval.maintenance;

import java.util.UUID;

/**
 * One asking for the approval of an order's cost.
 *
 * @param number each of an order's is one more than the one before
 * @param expenseId that it becomes, unless it is refused
 */
record Ask(UUID orderId, int number, UUID expenseId) {

    static Ask of(ExpenseApprovalAsked asked) {
        return new Ask(asked.orderId(), asked.ask(), asked.expense().value());
    }
}
