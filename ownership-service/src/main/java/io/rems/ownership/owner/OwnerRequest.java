package io.rems.ownership.owner;

import io.rems.platform.Identifiers;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record OwnerRequest(
        @Nullable UUID id,
        @NotBlank @Size(max = 200) String name,
        @NotNull OwnerType type,
        @Nullable @Email @Size(max = 254) String email,
        @Nullable @Size(max = 40) String phone,
        @Nullable @Size(max = 100) String nationality,

        @Nullable @Pattern(regexp = "[a-z]{2}", message = "Give two letters, such as en or ar")
        String language,

        @Nullable @Size(max = 2000) String note) {

    Owner owner() {
        return new Owner(id == null ? Identifiers.next() : id, name, type, email, phone, nationality, language, note);
    }
}
