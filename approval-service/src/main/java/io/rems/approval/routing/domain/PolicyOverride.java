package io.rems.approval.routing.domain;

import io.rems.approval.decision.domain.Rule;
import io.rems.platform.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What holds for one property or one owner otherwise than for the firm; what is absent is as for the firm.
 *
 * @param rule of properties only: an owner has no say in how the others are counted
 */
public record PolicyOverride(
        Origin origin,
        UUID of,
        @Nullable Rule rule,
        @Nullable Money limit) {

    public PolicyOverride {
        if (origin == Origin.FIRM || (origin == Origin.OWNER && rule != null)) {
            throw new IllegalArgumentException("Not otherwise than for the firm: " + origin);
        }
        if (limit != null && limit.isNegative()) {
            throw new IllegalArgumentException("Not a limit: " + limit);
        }
    }

    public static PolicyOverride none(Origin origin, UUID of) {
        return new PolicyOverride(origin, of, null, null);
    }
}
