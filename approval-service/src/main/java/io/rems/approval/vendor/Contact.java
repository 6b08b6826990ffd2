package io.rems.approval.vendor;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Somebody at a vendor who can be reached. */
record Contact(
        @Nullable @Size(max = 200) String name,
        @Nullable @Size(max = 100) String position,
        @Nullable @Size(max = 40) String phone,
        @Nullable @Email @Size(max = 254) String email) {

    @AssertTrue(message = "needs a phone or an email")
    private boolean isReachable() {
        return phone != null || email != null;
    }
}
