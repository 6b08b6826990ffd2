package io.rems.approval.expense.web;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/** Which drafts to submit, at most 200. */
record Submissions(@NotEmpty @Size(max = 200) List<@NotNull UUID> ids) {

    List<UUID> distinct() {
        return List.copyOf(new LinkedHashSet<>(ids));
    }
}
