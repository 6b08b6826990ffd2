package io.rems.approval.decision.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body that gives an expense back: what is to be known or put right before anybody decides.
 *
 * @param onBehalfOf owners for whom alone it is said; none: only for the firm; absent: all for whom the caller may
 */
record GivingBack(
        @NotBlank @Size(max = 2000) String reason,
        @Nullable @Size(max = SpokenFor.MOST) List<@NotNull UUID> onBehalfOf) {}
