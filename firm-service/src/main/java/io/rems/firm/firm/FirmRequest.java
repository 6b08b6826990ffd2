package io.rems.firm.firm;

import io.rems.platform.Identifiers;
import io.rems.platform.access.FirmId;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A firm as a client describes it, new or changed. What is left out is empty; but industry, currency, time zone, languages
 * and weekend days, which every firm has, stay as they are, and in a new firm are what is usual in Kuwait.
 */
public record FirmRequest(
        @Nullable UUID id,
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 200) String legalName,
        @Nullable @Size(max = 50) String registrationNumber,
        @Nullable @Size(max = 50) String taxNumber,

        @Nullable @Size(max = 10)
        List<@NotNull @Pattern(regexp = PHONE, message = "must be a telephone number") String> phones,

        @NotNull @Email @Size(max = 254) String email,
        @Nullable @Size(max = 500) String address,
        @Nullable Industry industry,
        @Nullable @Positive Integer employees,

        @Nullable @Size(max = 300) @Pattern(regexp = "https?://\\S+", message = "must be an http or https address")
        String webSite,

        @Nullable @Size(max = 2000) String description,
        @Nullable Currency currency,
        @Nullable @RegionalZone ZoneId timeZone,

        @Nullable @Size(min = 1)
        Set<@NotNull @Pattern(regexp = "en|ar", message = "must be en or ar") String> languages,

        @Nullable @Size(max = 6) Set<@NotNull DayOfWeek> weekendDays) {

    private static final String PHONE = "\\+?[0-9][0-9 ()./-]{3,30}";
    private static final List<String> LANGUAGES = List.of("en", "ar");
    private static final List<DayOfWeek> WEEKEND = List.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);

    Firm firm(Instant now) {
        return new Firm(
                new FirmId(id == null ? Identifiers.next() : id),
                profile(null),
                new Standing(FirmStatus.ACTIVE, null, now),
                now,
                1);
    }

    FirmProfile profile(@Nullable FirmProfile now) {
        return new FirmProfile(
                name.strip(),
                filled(legalName),
                filled(registrationNumber),
                filled(taxNumber),
                phones == null ? List.of() : phones.stream().map(String::strip).toList(),
                email.strip(),
                filled(address),
                given(industry, now == null ? Industry.OTHER : now.industry()),
                employees,
                filled(webSite),
                filled(description),
                given(currency, now == null ? Currency.getInstance("KWD") : now.currency()),
                given(timeZone, now == null ? ZoneId.of("Asia/Kuwait") : now.timeZone()),
                languages == null
                        ? now == null ? LANGUAGES : now.languages()
                        : LANGUAGES.stream().filter(languages::contains).toList(),
                weekendDays == null ? now == null ? WEEKEND : now.weekendDays() : List.copyOf(weekendDays));
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static <T> T given(@Nullable T value, T otherwise) {
        return Objects.requireNonNullElse(value, otherwise);
    }
}
