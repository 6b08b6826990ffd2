package io.rems.approval.category;

import io.rems.platform.Identifiers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the firm says of a category; {@code id} is for new ones only. */
record CategoryRequest(
        @Nullable UUID id,
        @NotBlank @Size(max = 40) String code,
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 2000) String description,
        @Nullable UUID parentId) {

    Category added() {
        return described(id == null ? Identifiers.next() : id);
    }

    Category described(UUID category) {
        return new Category(category, code, name, description, parentId, true);
    }
}
