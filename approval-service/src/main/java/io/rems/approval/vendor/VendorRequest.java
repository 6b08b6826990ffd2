package io.rems.approval.vendor;

import io.rems.platform.Identifiers;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record VendorRequest(
        @Nullable UUID id,
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 60) String type,
        @Nullable @Size(max = 40) String phone,
        @Nullable @Email @Size(max = 254) String email,
        @Nullable @Size(max = 500) String speciality,
        @Nullable Boolean emergencyAvailable) {

    Vendor vendor() {
        return new Vendor(
                id == null ? Identifiers.next() : id,
                name,
                type,
                phone,
                email,
                speciality,
                Boolean.TRUE.equals(emergencyAvailable));
    }
}
