package io.rems.approval.decision.domain;

import io.rems.approval.ownership.domain.Holder;
import io.rems.approval.ownership.domain.OwnerId;
import java.util.Set;

/**
 * Who is left to decide on an expense beside those who submitted it.
 *
 * @param silenced owners for whom nobody can sign in but who submitted it. One without any login is none of them: what
 *     he says by other means is put down for him
 * @param administrators whether one of the firm's is left
 */
public record Reach(Set<OwnerId> silenced, boolean administrators) {

    /** Where nobody is kept from deciding. */
    public static final Reach ALL = new Reach(Set.of(), true);

    public Reach {
        silenced = Set.copyOf(silenced);
    }

    boolean reaches(Seat seat) {
        return switch (seat.substitute()) {
            case Substitute.User _ -> true;
            case Substitute.Administrators _ when administrators -> true;
            case null, default -> reaches(seat.holder());
        };
    }

    private boolean reaches(Holder holder) {
        return switch (holder) {
            case Holder.Owner(var id) -> !silenced.contains(id);
            case Holder.FirmDefault _ -> administrators;
        };
    }
}
