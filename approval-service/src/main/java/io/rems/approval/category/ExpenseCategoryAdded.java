package io.rems.approval.category;

import io.rems.platform.events.Message;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The wire form of {@code rems.approval.ExpenseCategoryAdded.v1}. */
record ExpenseCategoryAdded(
        UUID categoryId, String code, String name, @Nullable UUID parentId) {

    static Message of(Category category) {
        return new Message(
                "rems.approval.ExpenseCategoryAdded.v1",
                category.id(),
                1,
                new ExpenseCategoryAdded(category.id(), category.code(), category.name(), category.parentId()));
    }
}
