package io.rems.firm.firm;

import io.rems.platform.access.FirmId;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A property-management company and the currency and time zone in which it reckons. */
record Firm(
        FirmId id,
        String name,
        @Nullable String legalName,
        String email,
        Currency currency,
        ZoneId timeZone,
        FirmStatus status,
        Instant createdAt,
        long version) {

    /** Names that differ in letter case, spacing or Unicode form only are the same. */
    String nameKey() {
        return key(name);
    }

    String emailKey() {
        return key(email);
    }

    private static String key(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ");
    }
}
