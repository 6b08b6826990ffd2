package io.rems.approval.category;

import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The public form of a new category. */
@PublishedEvent(
        type = "rems.approval.ExpenseCategoryAdded.v1",
        subject = "category",
        description = "The firm has another category of expenses.")
record ExpenseCategoryAdded(
        UUID categoryId, String code, String name, @Nullable UUID parentId) {

    static Message of(Category category) {
        return Message.of(
                category.id(),
                1,
                new ExpenseCategoryAdded(category.id(), category.code(), category.name(), category.parentId()));
    }
}
