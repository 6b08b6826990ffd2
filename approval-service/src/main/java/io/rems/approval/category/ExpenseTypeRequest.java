package io.rems.approval.category;

import io.rems.platform.Identifiers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record ExpenseTypeRequest(
        @Nullable UUID id,
        @NotNull UUID categoryId,
        @NotBlank @Size(max = 40) String code,
        @NotBlank @Size(max = 200) String name) {

    ExpenseType added() {
        return new ExpenseType(id == null ? Identifiers.next() : id, categoryId, code, name, true);
    }
}
