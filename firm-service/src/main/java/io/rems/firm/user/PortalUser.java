package io.rems.firm.user;

import java.time.Instant;
import java.util.UUID;

/** A login, in whatever firms its holder works. */
record PortalUser(
        UUID id,
        EmailAddress email,
        String name,
        Language language,
        UserStatus status,
        boolean platformAdministrator,
        Instant createdAt,
        long version) {}
