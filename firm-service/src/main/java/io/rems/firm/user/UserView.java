package io.rems.firm.user;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A login as the operator of REMS sees it. */
public record UserView(
        UUID id,
        String email,
        String name,
        @Nullable String phone,
        Language language,
        AccountStatus status,
        boolean platformAdministrator,
        Instant createdAt) {

    public static UserView of(PortalUser user) {
        return new UserView(
                user.id(),
                user.email().written(),
                user.name(),
                user.phone(),
                user.language(),
                AccountStatus.of(user.status()),
                user.platformAdministrator(),
                user.createdAt());
    }
}
