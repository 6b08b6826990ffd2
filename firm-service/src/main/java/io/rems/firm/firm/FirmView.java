package io.rems.firm.firm;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public record FirmView(
        UUID id,
        @JsonUnwrapped ProfileView profile,
        FirmStatus status,
        @Nullable String statusReason,
        Instant statusSince,
        Instant createdAt) {

    public static FirmView of(Firm firm) {
        return new FirmView(
                firm.id().value(),
                ProfileView.of(firm.profile()),
                firm.standing().status(),
                firm.standing().reason(),
                firm.standing().since(),
                firm.createdAt());
    }
}
