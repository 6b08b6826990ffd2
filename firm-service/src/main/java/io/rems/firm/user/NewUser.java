package io.rems.firm.user;

import io.rems.platform.Identifiers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Without a password the user is invited only. Length is what makes a password; there are no rules on its letters. */
record NewUser(
        @Nullable UUID id,

        @NotNull @Size(max = EmailAddress.LONGEST) @Pattern(regexp = EmailAddress.FORM)
        String email,

        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(min = 12, max = 200) String password,
        @Nullable Language language,
        boolean platformAdministrator) {

    PortalUser user(Instant now) {
        return new PortalUser(
                id == null ? Identifiers.next() : id,
                new EmailAddress(email),
                name.strip(),
                null,
                language == null ? Language.EN : language,
                password == null ? UserStatus.INVITED : UserStatus.ACTIVE,
                platformAdministrator,
                now,
                1);
    }

    @Override
    public String toString() {
        return "NewUser[" + email + "]";
    }
}
