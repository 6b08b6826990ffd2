package io.rems.firm.firm;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record FirmView(
        UUID id,
        String name,
        @Nullable String legalName,
        String email,
        String currency,
        String timeZone,
        FirmStatus status,
        @Nullable String statusReason,
        Instant statusSince,
        Instant createdAt) {

    static FirmView of(Firm firm) {
        return new FirmView(
                firm.id().value(),
                firm.name(),
                firm.legalName(),
                firm.email(),
                firm.currency().getCurrencyCode(),
                firm.timeZone().getId(),
                firm.standing().status(),
                firm.standing().reason(),
                firm.standing().since(),
                firm.createdAt());
    }
}
