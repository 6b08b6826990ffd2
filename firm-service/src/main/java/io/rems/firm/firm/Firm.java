package io.rems.firm.firm;

import static io.rems.platform.Outcome.accepted;
import static io.rems.platform.Outcome.refused;

import io.rems.platform.Outcome;
import io.rems.platform.access.FirmId;
import io.rems.platform.events.Message;
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
        Standing standing,
        Instant createdAt,
        long version) {

    Outcome<Firm, Message> after(StatusChange change, @Nullable String reason, Instant at) {
        if (!change.allowedFrom(standing.status())) {
            return refused(FirmRefusal.becauseItIs(standing.status()));
        }
        var next = new Standing(change.to(), reason, at);
        var changed = new Firm(id, name, legalName, email, currency, timeZone, next, createdAt, version + 1);
        return accepted(changed, FirmStatusChanged.of(changed, change));
    }

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
