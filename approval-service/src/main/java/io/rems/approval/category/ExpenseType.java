package io.rems.approval.category;

import java.util.UUID;

/** A kind of expense within a category, which it never leaves: its expenses are in that category. */
record ExpenseType(UUID id, UUID categoryId, String code, String name, boolean active) {

    ExpenseType described(String newCode, String newName) {
        return new ExpenseType(id, categoryId, newCode, newName, active);
    }

    ExpenseType active(boolean next) {
        return new ExpenseType(id, categoryId, code, name, next);
    }
}
