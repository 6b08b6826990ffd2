package io.rems.approval.decision.domain;

import io.rems.approval.ownership.domain.Holder;
import io.rems.approval.ownership.domain.OwnerId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person with the hats he decides under: the owner he is linked to, the firm's administration, and the owners in whose
 * stead he may decide.
 *
 * @param onBehalfOf the owners for whom alone he wants to be heard, himself where he is among them; none: only for the
 *     firm; absent: for all for whom he may
 */
public record Voter(
        PersonId person,
        @Nullable OwnerId owner,
        boolean administrator,
        Standing standing,
        @Nullable Set<OwnerId> onBehalfOf) {

    public Voter(PersonId person, @Nullable OwnerId owner, boolean administrator) {
        this(person, owner, administrator, Standing.OWN, null);
    }

    public Voter with(Standing found) {
        return new Voter(person, owner, administrator, found, onBehalfOf);
    }

    public Voter onBehalfOf(@Nullable Set<OwnerId> owners) {
        return new Voter(person, owner, administrator, standing, owners);
    }

    public boolean speaksFor(Holder holder) {
        return switch (holder) {
            case Holder.Owner(var id) -> id.equals(owner) || standing.mandateOf(id) != null;
            case Holder.FirmDefault _ -> administrator;
        };
    }

    /** Whether he wants to be heard for this holder. */
    boolean means(Holder holder) {
        return onBehalfOf == null
                || switch (holder) {
                    case Holder.Owner(var id) -> onBehalfOf.contains(id);
                    case Holder.FirmDefault _ -> onBehalfOf.isEmpty();
                };
    }

    /** Whether he wants to be heard as the administrator who he is. */
    boolean isForFirm() {
        return administrator && (onBehalfOf == null || onBehalfOf.isEmpty());
    }

    /** The same once for each owner whom he names: every one of them must be his to speak for. */
    List<Voter> asNamed() {
        return onBehalfOf == null || onBehalfOf.isEmpty()
                ? List.of(this)
                : onBehalfOf.stream()
                        .map(named -> new Voter(person, owner, administrator, standing.of(named), Set.of(named)))
                        .toList();
    }

    /** Under which he speaks for this holder; null where he has a vote of his own there, or none. */
    @Nullable
    Mandate mandateFor(Holder holder) {
        return switch (holder) {
            case Holder.Owner(var id) -> id.equals(owner) ? null : standing.mandateOf(id);
            case Holder.FirmDefault _ -> null;
        };
    }

    /** The vote as it is given for this holder: in his stead, where the voter has no vote of his own there. */
    Vote inStead(Holder holder, Vote vote) {
        var mandate = mandateFor(holder);
        return mandate == null ? vote : vote.under(mandate);
    }
}
