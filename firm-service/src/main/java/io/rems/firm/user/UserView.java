package io.rems.firm.user;

import java.time.Instant;
import java.util.UUID;

record UserView(
        UUID id,
        String email,
        String name,
        Language language,
        UserStatus status,
        boolean platformAdministrator,
        Instant createdAt) {

    static UserView of(PortalUser user) {
        return new UserView(
                user.id(),
                user.email().written(),
                user.name(),
                user.language(),
                user.status(),
                user.platformAdministrator(),
                user.createdAt());
    }
}
