package io.rems.ownership.firm;

import io.rems.platform.access.Caller;
import io.rems.platform.access.Role;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Who looks, and on which day: an owner sees what he holds, everybody else who may read sees what the firm has.
 *
 * @param ownerId where only what this owner holds is shown
 */
public record Viewer(boolean ownOnly, UUID ownerId, LocalDate today) {

    /** Equals no owner: a user with the owner's role who is linked to none sees nothing. */
    private static final UUID NOBODY = new UUID(0, 0);

    static Viewer of(Caller caller, LocalDate today) {
        var owner = caller.ownerId() == null ? NOBODY : caller.ownerId();
        return new Viewer(caller.hasRole(Role.OWNER), owner, today);
    }

    /** Whether what belongs to this owner alone is shown. */
    public boolean sees(UUID owner) {
        return !ownOnly || ownerId.equals(owner);
    }
}
