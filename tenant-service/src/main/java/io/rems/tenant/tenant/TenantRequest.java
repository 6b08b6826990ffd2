package io.rems.tenant.tenant;

import io.rems.platform.Identifiers;
import io.rems.tenant.tenant.Tenant.Type;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as a client describes him.
 *
 * @param id chosen by imports, so that a repeated one finds what it created
 * @param language for letters and messages
 */
record TenantRequest(
        @Nullable UUID id,
        @NotBlank @Size(max = 200) String name,
        @NotNull Type type,
        @Nullable @Email @Size(max = 254) String email,
        @Nullable @Size(max = 50) String phone,
        @Nullable @Size(max = 100) String nationality,
        @Nullable @Size(max = 50) String identityNumber,

        @Nullable @Pattern(regexp = "[a-z]{2}", message = "must be a two-letter language code such as ar")
        String language,

        @Nullable @Size(max = 2000) String note) {

    Tenant toRegister() {
        return as(id == null ? Identifiers.next() : id);
    }

    Tenant as(UUID id) {
        return new Tenant(id, name.strip(), type, email, phone, nationality, identityNumber, language, note);
    }
}
