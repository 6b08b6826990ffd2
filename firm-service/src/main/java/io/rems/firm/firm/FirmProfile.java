package io.rems.firm.firm;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a firm tells of itself, and how it reckons.
 *
 * @param currency all its amounts are in; it never changes
 * @param weekendDays on which business time stands still
 */
public record FirmProfile(
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
        Currency currency,
        ZoneId timeZone,
        List<String> languages,
        List<DayOfWeek> weekendDays) {

    public FirmProfile {
        phones = List.copyOf(phones);
        languages = List.copyOf(languages);
        weekendDays = weekendDays.stream().sorted().toList();
    }

    /** Names that differ in letter case, spacing or Unicode form only are the same. */
    String nameKey() {
        return key(name);
    }

    String emailKey() {
        return key(email);
    }

    /** Everything that one remembers a firm by. */
    String searchText() {
        return Stream.of(name, legalName, email, registrationNumber, taxNumber)
                .flatMap(Stream::ofNullable)
                .map(FirmProfile::key)
                .collect(Collectors.joining(" "));
    }

    private static String key(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ");
    }
}
