package io.rems.firm.onboarding;

import io.rems.firm.assignment.domain.AssignmentId;
import io.rems.firm.assignment.domain.Grant;
import io.rems.firm.assignment.domain.Position;
import io.rems.firm.firm.FirmRequest;
import io.rems.firm.invitation.Invitation;
import io.rems.firm.invitation.Invitation.Place;
import io.rems.firm.settings.SettingValues;
import io.rems.firm.user.EmailAddress;
import io.rems.firm.user.Language;
import io.rems.platform.Identifiers;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A new customer: the firm, who is to run it, what it sets otherwise than usual, and what it spends money on. */
record NewOnboarding(
        @NotNull @Valid FirmRequest firm,
        @NotNull @Valid FirstAdministrator administrator,
        @Nullable @SettingValues Map<String, String> settings,

        @Nullable @TemplateName @Schema(implementation = CategoryTemplate.class)
        String expenseCategoryTemplate) {

    /** Whom the firm's invitation goes to; he invites all others. */
    record FirstAdministrator(
            @NotNull @Size(max = EmailAddress.LONGEST) @Pattern(regexp = EmailAddress.FORM)
            String email,

            @NotBlank @Size(max = 200) String name,
            @Nullable Language language) {}

    Invitation invitation(FirmId into) {
        var position = new Position(Role.ADMIN, AccessLevel.FULL, null, null);
        return new Invitation(
                new EmailAddress(administrator.email()),
                administrator.name(),
                administrator.language() == null ? Language.EN : administrator.language(),
                false,
                new Place(into, Grant.of(new AssignmentId(Identifiers.next()), position, false)));
    }

    Map<String, String> chosenSettings() {
        return settings == null ? Map.of() : settings;
    }
}
