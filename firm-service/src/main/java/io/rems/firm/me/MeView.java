package io.rems.firm.me;

import io.rems.firm.firm.FirmStatus;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The caller as a portal needs him to draw itself; {@code firm} is the one that this request is for. */
record MeView(
        Self user,
        @Nullable ChosenFirm firm,
        @Nullable Role role,
        @Nullable AccessLevel accessLevel,
        @Nullable UUID ownerId,
        @Nullable UUID tenantId,
        List<String> permissions,
        boolean platformAdministrator,
        List<OwnFirm> firms) {

    record Self(
            UUID id, String email, String name, @Nullable String phone, String language) {}

    record ChosenFirm(UUID id, String name, FirmStatus status) {}

    /** @param supportUntil when support access to the firm ends; absent where the user works there himself */
    record OwnFirm(
            UUID id,
            String name,
            FirmStatus status,
            Role role,
            AccessLevel accessLevel,
            boolean primary,
            @Nullable Instant supportUntil) {}

    static MeView of(Self user, List<OwnFirm> firms, Caller caller) {
        return new MeView(
                user,
                firms.stream()
                        .filter(firm -> firm.id().equals(caller.firm().value()))
                        .findFirst()
                        .map(firm -> new ChosenFirm(firm.id(), firm.name(), firm.status()))
                        .orElse(null),
                caller.role(),
                caller.role() == null ? null : caller.level(),
                caller.ownerId(),
                caller.tenantId(),
                caller.permissions().stream().map(Permission::code).toList(),
                caller.platformAdministrator(),
                firms);
    }
}
