package io.rems.firm.signin.domain;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** How many failures in a row lock an account, and for how long. */
public record LoginRules(int maxAttempts, Duration lockout) {

    /** The rules for somebody who works in several firms: fewest attempts, longest lockout. Empty for no firm. */
    public static Optional<LoginRules> strictest(Collection<LoginRules> rules) {
        return rules.stream()
                .reduce((one, other) -> new LoginRules(
                        Math.min(one.maxAttempts, other.maxAttempts),
                        Comparator.<Duration>naturalOrder().compare(one.lockout, other.lockout) < 0
                                ? other.lockout
                                : one.lockout));
    }
}
