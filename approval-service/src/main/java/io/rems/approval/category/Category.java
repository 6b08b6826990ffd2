package io.rems.approval.category;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What expenses are for, in a tree of the firm's own.
 *
 * @param parentId absent at the top
 * @param active whether it is offered for further expenses, as far as those above it are
 */
record Category(
        UUID id,
        String code,
        String name,
        @Nullable String description,
        @Nullable UUID parentId,
        boolean active) {

    Category described(Category facts) {
        return new Category(id, facts.code, facts.name, facts.description, facts.parentId, active);
    }

    Category active(boolean next) {
        return new Category(id, code, name, description, parentId, next);
    }
}
