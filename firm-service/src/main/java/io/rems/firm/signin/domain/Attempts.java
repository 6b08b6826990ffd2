package io.rems.firm.signin.domain;

import java.time.Instant;

/** The failed sign-ins with one e-mail, whether or not somebody has it. */
public sealed interface Attempts {

    record Counting(int failures) implements Attempts {}

    record Locked(Instant until) implements Attempts {}

    /** What an attempt leads to. */
    sealed interface Verdict {

        record Admitted() implements Verdict {}

        /** {@code next} is to be remembered. */
        record Refused(Attempts next) implements Verdict {}
    }

    static Attempts none() {
        return new Counting(0);
    }

    /** While it is locked, even the right password is refused. */
    default Verdict judge(boolean matches, LoginRules rules, Instant now) {
        return switch (this) {
            case Locked(var until) when now.isBefore(until) -> new Verdict.Refused(this);
            case Locked _ -> none().judge(matches, rules, now);
            case Counting _ when matches -> new Verdict.Admitted();
            case Counting(var failures)
            when failures + 1 >= rules.maxAttempts() -> new Verdict.Refused(new Locked(now.plus(rules.lockout())));
            case Counting(var failures) -> new Verdict.Refused(new Counting(failures + 1));
        };
    }
}
