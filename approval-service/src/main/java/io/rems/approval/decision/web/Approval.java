package io.rems.approval.decision.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body of an approval; it may be left out.
 *
 * @param onBehalfOf owners for whom alone it is said; none: only for the firm; absent: all for whom the caller may
 */
record Approval(
        @Nullable @Size(max = 2000) String comment,
        @Nullable @Size(max = SpokenFor.MOST) List<@NotNull UUID> onBehalfOf) {}
