package io.rems.firm.invitation;

import io.rems.firm.assignment.domain.Grant;
import io.rems.firm.assignment.domain.Introduction;
import io.rems.firm.user.EmailAddress;
import io.rems.firm.user.Language;
import io.rems.firm.user.PortalUser;
import io.rems.firm.user.UserStatus;
import io.rems.platform.Identifiers;
import io.rems.platform.access.FirmId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is to work in REMS. Name and language count if he is new; whoever has a login already has chosen them.
 *
 * @param place what he is to be, and where; absent for somebody who works in no firm yet
 */
public record Invitation(
        EmailAddress email,
        String name,
        Language language,
        boolean platformAdministrator,
        @Nullable Place place) {

    /** A position in a firm, and when. */
    public record Place(FirmId firm, Grant grant) {}

    /** What the firm sees of whom it invites, until he comes. */
    Introduction introduction() {
        return new Introduction(name.strip(), email.written(), language.tag());
    }

    PortalUser user(Instant now) {
        return new PortalUser(
                Identifiers.next(),
                email,
                name.strip(),
                null,
                language,
                UserStatus.INVITED,
                platformAdministrator,
                now,
                1);
    }
}
