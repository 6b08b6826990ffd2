package io.rems.approval.routing.domain;

import io.rems.approval.decision.domain.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Under which an expense on one property is approved: the policy of the firm, and what is otherwise for the property and
 * its holders. The lowest limit counts, so that each of them can ask for more to be put before the holders, never for less.
 *
 * @param propertyRule instead of the firm's
 * @param others limits of the property and its holders
 */
public record Terms(Policy policy, @Nullable Rule propertyRule, List<Limit> others) {

    public Terms {
        others = List.copyOf(others);
    }

    public static Terms of(Policy policy) {
        return new Terms(policy, null, List.of());
    }

    public Rule rule() {
        return Objects.requireNonNullElse(propertyRule, policy.rule());
    }

    /** All of them, the firm's first. */
    public List<Limit> limits() {
        var limits = new ArrayList<Limit>();
        limits.add(new Limit(Origin.FIRM, null, policy.limit()));
        limits.addAll(others);
        return limits;
    }

    /** The lowest, the firm's among equals. One that is not in the firm's currency speaks of no amount, so none is below it. */
    public Limit counting() {
        var currency = policy.limit().currency();
        return limits().stream()
                .min(Comparator.comparingLong(limit -> limit.amount().currency().equals(currency)
                        ? limit.amount().minor()
                        : -1))
                .orElseThrow();
    }
}
