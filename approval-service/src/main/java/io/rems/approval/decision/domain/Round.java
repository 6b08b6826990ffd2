package io.rems.approval.decision.domain;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One asking for approval, the first of an expense or a later one.
 *
 * @param submitter who asks; absent where another service does
 * @param earlier who asked in the rounds before: it stays what they submitted
 * @param returns how often the expense was given back since it was decided on last
 */
public record Round(int number, @Nullable PersonId submitter, Set<PersonId> earlier, int returns) {

    public Round {
        earlier = Set.copyOf(earlier);
    }

    public static Round of(int number, @Nullable PersonId submitter) {
        return new Round(number, submitter, Set.of(), 0);
    }

    boolean isWithdrawnBy(Voter voter) {
        return voter.administrator() || submitters().contains(voter.person());
    }

    /** All who have submitted it, in whichever round. */
    public Set<PersonId> submitters() {
        return Stream.concat(Stream.ofNullable(submitter), earlier.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
