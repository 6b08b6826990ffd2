package io.rems.approval.decision.domain;

import io.rems.approval.ownership.domain.Holder;
import io.rems.approval.ownership.domain.OwnerId;
import org.jspecify.annotations.Nullable;

/** A person with the hats he decides under: the owner he is linked to, and the firm's administration. */
public record Voter(PersonId person, @Nullable OwnerId owner, boolean administrator) {

    public boolean speaksFor(Holder holder) {
        return switch (holder) {
            case Holder.Owner(var id) -> id.equals(owner);
            case Holder.FirmDefault _ -> administrator;
        };
    }
}
