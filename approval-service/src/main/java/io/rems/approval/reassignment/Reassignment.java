package io.rems.approval.reassignment;

import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.decision.domain.Substitute;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may vote in whose stead.
 *
 * @param userId a user of the firm whose role lets him decide; absent: its administrators
 */
record Reassignment(
        @NotNull UUID ownerId,
        @Nullable UUID userId,
        @NotBlank @Size(max = 2000) String reason) {

    Substitute to() {
        return userId == null ? new Substitute.Administrators() : new Substitute.User(new PersonId(userId));
    }
}
