package io.rems.firm.firm;

import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A firm's profile as it is written, the one list of its fields: part of its view and of its events, not a level in them. */
public record ProfileView(
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
        List<DayOfWeek> weekendDays) {

    static ProfileView of(FirmProfile profile) {
        return new ProfileView(
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
                profile.weekendDays());
    }
}
