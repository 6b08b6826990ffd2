package io.rems.approval.routing.domain;

import io.rems.platform.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Up to which amount nobody need approve, and who says so.
 *
 * @param of the property or owner; absent for the firm
 */
public record Limit(Origin origin, @Nullable UUID of, Money amount) {

    public Limit {
        if (amount.isNegative() || (origin == Origin.FIRM) != (of == null)) {
            throw new IllegalArgumentException("Not a limit: " + origin + " " + of + " " + amount);
        }
    }
}
