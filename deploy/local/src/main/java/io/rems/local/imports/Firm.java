package io.rems.local.imports;

import io.rems.local.StackFailure;
import io.rems.local.api.Session;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;

/**
 * The firm that the legacy data becomes part of.
 *
 * @param currency of amounts that name none
 * @param today in its time zone
 */
record Firm(UUID id, String name, Currency currency, LocalDate today) {

    /** @throws StackFailure if the person does not work in a firm of that name */
    static Firm named(String name, Session session) {
        var firms = session.get("/api/v1/me").node("firms");
        var id = firms.valueStream()
                .filter(firm -> firm.path("name").asString("").equalsIgnoreCase(name.strip()))
                .map(firm -> UUID.fromString(firm.path("id").asString()))
                .findFirst()
                .orElseThrow(() -> new StackFailure("%s does not work in a firm named \"%s\", but in: %s"
                        .formatted(session.user(), name, String.join(", ", firms.findValuesAsString("name")))));
        var firm = session.inFirm(id).get("/api/v1/firms/" + id);
        return new Firm(
                id,
                firm.text("name"),
                Currency.getInstance(firm.text("currency")),
                LocalDate.now(ZoneId.of(firm.text("timeZone"))));
    }
}
