package io.rems.approval.decision.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it ended.
 *
 * @param by whose word settled it; absent where the amount needed nobody's
 */
public record Decision(
        Verdict verdict, @Nullable PersonId by, @Nullable String comment, Instant at) {

    public boolean automatic() {
        return by == null;
    }

    static Decision by(Vote vote, Verdict verdict) {
        return new Decision(verdict, vote.by(), vote.comment(), vote.at());
    }
}
