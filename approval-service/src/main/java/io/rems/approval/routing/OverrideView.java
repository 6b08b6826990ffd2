package io.rems.approval.routing;

import io.rems.approval.decision.domain.Rule;
import io.rems.platform.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a property or an owner otherwise than for the firm; what is absent is as for the firm.
 *
 * @param id of the property or owner
 * @param name of the property; absent where it is not known here
 * @param setBy the user or service that said so last
 */
public record OverrideView(
        UUID id,
        @Nullable String name,
        @Nullable Rule rule,
        @Nullable Money limit,
        @Nullable String reason,
        @Nullable String setBy,
        @Nullable Instant setAt) {}
