package io.rems.ownership.owner;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rems.ownership.owner.KeepOwners.Kept;
import io.rems.platform.access.Caller;
import java.util.List;
import java.util.UUID;

/** The answer to a registration or change. @param warnings what an accountant should look at; nothing was refused */
record KeptView(@JsonUnwrapped OwnerView owner, List<Warning> warnings) {

    /** @param code SAME_EMAIL: these owners have the same e-mail */
    record Warning(String code, List<UUID> ownerIds) {}

    static KeptView of(Kept kept, Caller caller) {
        return new KeptView(
                OwnerView.of(kept.owner().value(), caller),
                kept.sameEmail().isEmpty() ? List.of() : List.of(new Warning("SAME_EMAIL", kept.sameEmail())));
    }
}
