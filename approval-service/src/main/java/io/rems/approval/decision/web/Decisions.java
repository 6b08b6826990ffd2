package io.rems.approval.decision.web;

import io.rems.approval.decision.domain.Verdict;
import io.rems.platform.problem.InvalidRequest;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to say on which expenses, at most 200; a rejection needs its comment.
 *
 * @param onBehalfOf owners for whom alone it is said; none: only for the firm; absent: all for whom the caller may
 */
record Decisions(
        @NotEmpty @Size(max = 200) List<@NotNull UUID> ids,
        @NotNull Verdict verdict,
        @Nullable @Size(max = 2000) String comment,
        @Nullable @Size(max = SpokenFor.MOST) List<@NotNull UUID> onBehalfOf) {

    List<UUID> distinct() {
        return List.copyOf(new LinkedHashSet<>(ids));
    }

    void check() {
        if (verdict == Verdict.REJECTED && (comment == null || comment.isBlank())) {
            throw new InvalidRequest("comment", "REQUIRED", "is the reason of the rejection");
        }
    }
}
