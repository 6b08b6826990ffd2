package io.rems.approval.category;

import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.util.UUID;

/** The public form of a new type of expense. */
@PublishedEvent(
        type = "rems.approval.ExpenseTypeAdded.v1",
        subject = "type of expense",
        description = "The firm distinguishes another type of expense in one of its categories.")
record ExpenseTypeAdded(UUID typeId, UUID categoryId, String code, String name) {

    static Message of(ExpenseType type) {
        return Message.of(type.id(), 1, new ExpenseTypeAdded(type.id(), type.categoryId(), type.code(), type.name()));
    }
}
