package io.rems.approval.expense.domain;

import io.rems.platform.Refusal;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Fields that a decision rests on, or rested on, do not change in this state. */
public record ExpenseLocked(ExpenseState state, Set<String> fields) implements Refusal {

    public ExpenseLocked {
        fields = new TreeSet<>(fields);
    }

    @Override
    public String code() {
        return "EXPENSE_LOCKED";
    }

    @Override
    public String detail() {
        return "While the expense is " + state + " these fields stay as they are: " + String.join(", ", fields) + ".";
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("state", state, "fields", fields);
    }
}
