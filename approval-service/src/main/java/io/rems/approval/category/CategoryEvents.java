package io.rems.approval.category;

import io.rems.platform.Versioned;
import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The public forms of what happens to categories and types. */
final class CategoryEvents {

    /** The category as it is now. */
    @PublishedEvent(
            type = "rems.approval.ExpenseCategoryAdded.v1",
            subject = "category",
            description = "The firm has another category of expenses.")
    @PublishedEvent(
            type = "rems.approval.ExpenseCategoryChanged.v1",
            subject = "category",
            description = "A category has another name or place, or is offered for expenses no longer, or again.")
    record CategoryState(
            UUID categoryId,
            String code,
            String name,
            @Nullable UUID parentId,
            boolean active) {

        static CategoryState of(Category category) {
            return new CategoryState(
                    category.id(), category.code(), category.name(), category.parentId(), category.active());
        }
    }

    /** The type as it is now. */
    @PublishedEvent(
            type = "rems.approval.ExpenseTypeAdded.v1",
            subject = "type of expense",
            description = "The firm distinguishes another type of expense in one of its categories.")
    @PublishedEvent(
            type = "rems.approval.ExpenseTypeChanged.v1",
            subject = "type of expense",
            description = "A type of expense has another name, or is offered no longer, or again.")
    record TypeState(UUID typeId, UUID categoryId, String code, String name, boolean active) {

        static TypeState of(ExpenseType type) {
            return new TypeState(type.id(), type.categoryId(), type.code(), type.name(), type.active());
        }
    }

    private CategoryEvents() {}

    static Message category(Versioned<Category> category) {
        var type = named("rems.approval.ExpenseCategory", category.version());
        return new Message(type, category.value().id(), category.version(), CategoryState.of(category.value()));
    }

    static Message type(Versioned<ExpenseType> type) {
        var name = named("rems.approval.ExpenseType", type.version());
        return new Message(name, type.value().id(), type.version(), TypeState.of(type.value()));
    }

    private static String named(String what, long version) {
        return what + (version == 1 ? "Added.v1" : "Changed.v1");
    }
}
