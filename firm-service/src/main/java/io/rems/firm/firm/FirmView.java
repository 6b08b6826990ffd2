package io.rems.firm.firm;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public record FirmView(
        UUID id,
        String name,
        @Nullable String legalName,
        @Nullable String registrationNumber,
        @Nullable String taxNumber,
        List<String> phones,
        String email,
        @Nullable String address,
        Industry industry,
        @Nullable Integer employees,
        @Nullable String webSite,
        @Nullable String description,
        String currency,
        String timeZone,
        List<String> languages,
        List<DayOfWeek> weekendDays,
        FirmStatus status,
        @Nullable String statusReason,
        Instant statusSince,
        Instant createdAt) {

    public static FirmView of(Firm firm) {
        var profile = firm.profile();
        return new FirmView(
                firm.id().value(),
                profile.name(),
                profile.legalName(),
                profile.registrationNumber(),
                profile.taxNumber(),
                profile.phones(),
                profile.email(),
                profile.address(),
                profile.industry(),
                profile.employees(),
                profile.webSite(),
                profile.description(),
                profile.currency().getCurrencyCode(),
                profile.timeZone().getId(),
                profile.languages(),
                profile.weekendDays(),
                firm.standing().status(),
                firm.standing().reason(),
                firm.standing().since(),
                firm.createdAt());
    }
}
