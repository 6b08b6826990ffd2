package io.rems.approval.category;

import io.rems.platform.events.Message;
import java.util.UUID;

/** The wire form of {@code rems.approval.ExpenseTypeAdded.v1}. */
record ExpenseTypeAdded(UUID typeId, UUID categoryId, String code, String name) {

    static Message of(ExpenseType type) {
        return new Message(
                "rems.approval.ExpenseTypeAdded.v1",
                type.id(),
                1,
                new ExpenseTypeAdded(type.id(), type.categoryId(), type.code(), type.name()));
    }
}
