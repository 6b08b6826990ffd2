package io.rems.firm.secondfactor.domain;

import io.rems.firm.secondfactor.domain.Proof.TimeCode;
import io.rems.firm.secondfactor.domain.Proof.UnusedRecoveryCode;
import java.time.Instant;

/** The second factor of a user. */
public sealed interface SecondFactor {

    /** Shown to its user, who has not proved yet that his authenticator holds it: it counts for nothing. */
    record Offered() implements SecondFactor {}

    /** {@code lastStep} is the time step of the last code that was accepted: it and earlier ones are spent. */
    record Active(long lastStep, int failures) implements SecondFactor {}

    /** Too many wrong codes: for a while even a right one is refused. */
    record Closed(long lastStep, Instant until) implements SecondFactor {}

    /** What showing a code leads to. */
    sealed interface Verdict {

        record Accepted(Active next) implements Verdict {}

        record Refused(SecondFactor next) implements Verdict {}
    }

    default Verdict judge(Proof proof, CodeRules rules, Instant now) {
        return switch (this) {
            case Offered _ -> new Verdict.Refused(this);
            case Closed(var _, var until) when now.isBefore(until) -> new Verdict.Refused(this);
            case Closed(var lastStep, var _) -> new Active(lastStep, 0).judge(proof, rules, now);
            case Active(var lastStep, var _)
            when proof instanceof TimeCode(var step) && step > lastStep -> new Verdict.Accepted(new Active(step, 0));
            case Active(var lastStep, var _)
            when proof instanceof UnusedRecoveryCode -> new Verdict.Accepted(new Active(lastStep, 0));
            case Active(var lastStep, var failures)
            when failures + 1 >= rules.mostFailures() ->
                new Verdict.Refused(new Closed(lastStep, now.plus(rules.closedFor())));
            case Active(var lastStep, var failures) -> new Verdict.Refused(new Active(lastStep, failures + 1));
        };
    }
}
