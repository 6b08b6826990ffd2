package io.rems.approval.decision.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person said, and when.
 *
 * @param by who says so: the voter himself, or the administrator who puts down what an owner said by other means
 * @param saidOn the day on which the owner said so, where an administrator puts it down
 * @param mandate in whose stead he said so; absent: in his own right
 */
public record Vote(
        PersonId by,
        Verdict verdict,
        @Nullable String comment,
        Instant at,
        @Nullable LocalDate saidOn,
        @Nullable Mandate mandate) {

    public Vote(PersonId by, Verdict verdict, @Nullable String comment, Instant at) {
        this(by, verdict, comment, at, null, null);
    }

    Vote under(Mandate given) {
        return new Vote(by, verdict, comment, at, saidOn, given);
    }
}
