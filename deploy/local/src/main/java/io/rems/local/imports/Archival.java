package io.rems.local.imports;

import static io.rems.local.imports.Values.flag;

import io.rems.local.api.Answer;
import io.rems.local.api.ApiProblem;
import io.rems.local.api.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts away what the old books no longer worked with, once all is in that may hold it. Only what nobody has changed since
 * it came in, so that a later import does not put away again what somebody restored.
 */
final class Archival {

    private static final String COLUMN = "is_active";
    private static final Value ACTIVE = flag(COLUMN);

    /** What can be archived, parts before what they are part of. */
    private static final List<String> TABLES = List.of("units", "properties", "owners");

    private static final String LEASES = "rental_contracts";
    private static final Map<String, String> REASON = Map.of("reason", "Inactive in the legacy database");
    private static final Set<Integer> REFUSALS = Set.of(409, 422);

    private final Session session;
    private final List<Entry> leases;

    Archival(Session session, List<Reading> readings) {
        this.session = session;
        this.leases = readings.stream()
                .filter(reading -> reading.table().name().equals(LEASES))
                .flatMap(reading -> reading.entries().stream())
                .filter(lease -> "ACTIVE".equals(lease.body().get("state")))
                .toList();
    }

    /** @throws BadCell if the column says neither */
    static boolean concerns(Table table, Row row) {
        return TABLES.contains(table.name()) && Boolean.FALSE.equals(ACTIVE.of(row));
    }

    /** In the order in which they are archived. */
    static List<Entry> of(List<Reading> readings) {
        return TABLES.stream()
                .flatMap(name -> readings.stream()
                        .filter(reading -> reading.table().name().equals(name)))
                .flatMap(reading -> reading.entries().stream())
                .filter(Entry::inactive)
                .toList();
    }

    /** What {@link #archive} would find, without a trace. */
    Outcome look(Entry entry) {
        return session.find(entry.item()).map(Archival::isUntouched).orElse(true)
                ? new Outcome.Created()
                : new Outcome.AlreadyThere();
    }

    /** What was refused itself is not worth a second word. */
    Outcome archive(Entry entry) {
        if (!session.find(entry.item()).map(Archival::isUntouched).orElse(false)) {
            return new Outcome.AlreadyThere();
        }
        var lease = activeLease(entry);
        if (lease.isPresent()) {
            return refused(
                    entry,
                    "stays active: %s:%d, which is active, holds it"
                            .formatted(lease.get().table().file(), lease.get().line()));
        }
        try {
            session.post(entry.item() + "/archival", REASON);
            return new Outcome.Created();
        } catch (ApiProblem problem) {
            if (!REFUSALS.contains(problem.status())) {
                throw problem;
            }
            return refused(entry, "stays active: " + problem.detail() + " (" + problem.code() + ")");
        }
    }

    /** News of leases that have just come in may still be under way to where archivals are decided. */
    private Optional<Entry> activeLease(Entry entry) {
        return leases.stream()
                .filter(lease -> lease.references().stream()
                        .anyMatch(unit -> unit.id().equals(entry.id())
                                || unit.references().stream()
                                        .anyMatch(property -> property.id().equals(entry.id()))))
                .filter(lease -> session.find(lease.item())
                        .filter(found -> found.text("state").equals("ACTIVE"))
                        .isPresent())
                .findFirst();
    }

    private static boolean isUntouched(Answer found) {
        return found.version() != null && found.version() == 1;
    }

    private static Outcome refused(Entry entry, String reason) {
        return new Outcome.Refused(List.of(new Refusal(entry.table().file(), entry.line(), COLUMN, reason)));
    }
}
