package io.rems.firm.user;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A login, in whatever firms its holder works. */
public record PortalUser(
        UUID id,
        EmailAddress email,
        String name,
        @Nullable String phone,
        Language language,
        UserStatus status,
        boolean platformAdministrator,
        Instant createdAt,
        long version) {

    public PortalUser withStatus(UserStatus status) {
        return new PortalUser(id, email, name, phone, language, status, platformAdministrator, createdAt, version);
    }

    public PortalUser withProfile(String name, @Nullable String phone, Language language) {
        return new PortalUser(
                id, email, name.strip(), phone, language, status, platformAdministrator, createdAt, version);
    }

    public PortalUser withEmail(EmailAddress email) {
        return new PortalUser(id, email, name, phone, language, status, platformAdministrator, createdAt, version);
    }

    /** What he must not use as his password, for everybody knows it. */
    public List<String> ownWords() {
        var written = email.written();
        return List.of(written, written.substring(0, written.lastIndexOf('@')), name);
    }

    PortalUser withVersion(long version) {
        return new PortalUser(id, email, name, phone, language, status, platformAdministrator, createdAt, version);
    }
}
