package io.rems.approval.delegation.domain;

import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.Money;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a delegation reaches.
 *
 * @param amount up to which, in its currency only; absent: any amount
 * @param properties none named: all of the owner's
 * @param categories each with those below it in the tree; none named: all
 */
public record Limits(@Nullable Money amount, Set<PropertyId> properties, Set<UUID> categories) {

    public static final Limits NONE = new Limits(null, Set.of(), Set.of());

    public Limits {
        properties = Set.copyOf(properties);
        categories = Set.copyOf(categories);
        if (amount != null && !amount.isPositive()) {
            throw new IllegalArgumentException("must be more than nothing");
        }
    }

    boolean admitAmount(Money asked) {
        return amount == null || (amount.currency().equals(asked.currency()) && asked.compareTo(amount) <= 0);
    }

    boolean admitProperty(PropertyId property) {
        return properties.isEmpty() || properties.contains(property);
    }

    /** @param fromBelow the category of what is decided on and those above it */
    boolean admitCategory(Collection<UUID> fromBelow) {
        return categories.isEmpty() || !Collections.disjoint(categories, fromBelow);
    }
}
