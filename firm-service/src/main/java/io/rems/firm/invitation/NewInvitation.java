package io.rems.firm.invitation;

import io.rems.firm.assignment.domain.AssignmentId;
import io.rems.firm.assignment.domain.Grant;
import io.rems.firm.assignment.domain.Position;
import io.rems.firm.invitation.Invitation.Place;
import io.rems.firm.user.EmailAddress;
import io.rems.firm.user.Language;
import io.rems.platform.Identifiers;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import io.rems.platform.problem.InvalidRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom a firm's administrator wants in his firm. */
record NewInvitation(
        @NotNull @Size(max = EmailAddress.LONGEST) @Pattern(regexp = EmailAddress.FORM)
        String email,

        @NotBlank @Size(max = 200) String name,
        @Nullable Language language,
        @NotNull Role role,
        @Nullable AccessLevel accessLevel,
        @Nullable UUID ownerId,
        @Nullable UUID tenantId,
        @Nullable Instant from,
        @Nullable Instant until) {

    Invitation into(FirmId firm) {
        if (from != null && until != null && !until.isAfter(from)) {
            throw new InvalidRequest("until", "BEFORE_FROM", "must be after from");
        }
        var grant = new Grant(new AssignmentId(Identifiers.next()), position(), from, until, false, null);
        var place = new Place(firm, grant);
        return new Invitation(new EmailAddress(email), name, language == null ? Language.EN : language, false, place);
    }

    private Position position() {
        try {
            return new Position(role, accessLevel == null ? Position.usualLevel(role) : accessLevel, ownerId, tenantId);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest(role == Role.TENANT ? "tenantId" : "ownerId", "LINK", e.getMessage() + ".");
        }
    }
}
