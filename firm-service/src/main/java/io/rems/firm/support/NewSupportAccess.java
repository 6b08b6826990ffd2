package io.rems.firm.support;

import io.rems.platform.Identifiers;
import io.rems.platform.access.FirmId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reading is what support needs; who wants to write says so. */
record NewSupportAccess(
        @Nullable UUID id,
        @NotBlank @Size(max = 500) String reason,
        @NotNull @Min(1) @Max(72) Integer hours,
        @Nullable Boolean readOnly) {

    SupportAccess access(FirmId firm, UUID user, String userName, Instant now) {
        return new SupportAccess(
                id == null ? Identifiers.next() : id,
                firm,
                user,
                userName,
                reason.strip(),
                readOnly == null || readOnly,
                now,
                now.plus(Duration.ofHours(hours)),
                null,
                null,
                1);
    }
}
