package io.rems.approval.decision.domain;

import io.rems.approval.ownership.domain.Holder;
import io.rems.approval.ownership.domain.OwnerId;
import org.jspecify.annotations.Nullable;

/**
 * A person with the hats he decides under: the owner he is linked to, the firm's administration, and the owners in whose
 * stead he may decide.
 */
public record Voter(PersonId person, @Nullable OwnerId owner, boolean administrator, Standing standing) {

    public Voter(PersonId person, @Nullable OwnerId owner, boolean administrator) {
        this(person, owner, administrator, Standing.OWN);
    }

    public Voter with(Standing found) {
        return new Voter(person, owner, administrator, found);
    }

    public boolean speaksFor(Holder holder) {
        return switch (holder) {
            case Holder.Owner(var id) -> id.equals(owner) || standing.mandateOf(id) != null;
            case Holder.FirmDefault _ -> administrator;
        };
    }

    /** The vote as it is given for this holder: in his stead, where the voter has no vote of his own there. */
    Vote inStead(Holder holder, Vote vote) {
        return switch (holder) {
            case Holder.Owner(var id) when !id.equals(owner) -> vote.under(standing.mandateOf(id));
            case Holder.Owner _, Holder.FirmDefault _ -> vote;
        };
    }
}
