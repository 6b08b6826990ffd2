package io.rems.local.imports;

import io.rems.local.api.ApiProblem;
import io.rems.local.api.Session;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Brings rows in, one request each. Safe for use by several threads. */
final class Writer {

    /** The row's fault; anything else concerns all rows. */
    private static final Set<Integer> REFUSALS = Set.of(400, 404, 409, 422);

    private final Session session;
    private final Set<UUID> refused = ConcurrentHashMap.newKeySet();

    Writer(Session session) {
        this.session = session;
    }

    /** What {@link #write} would find, without a trace. */
    Outcome look(Entry entry) {
        return session.find(entry.item()).isPresent() ? new Outcome.AlreadyThere() : new Outcome.Created();
    }

    Outcome write(Entry entry) {
        var outcome = attempt(entry);
        if (outcome instanceof Outcome.Refused) {
            refused.add(entry.id());
        }
        return outcome;
    }

    private Outcome attempt(Entry entry) {
        for (var needed : entry.references()) {
            if (refused.contains(needed.id())) {
                return refused(
                        entry,
                        null,
                        "%s:%d, which it refers to, is refused"
                                .formatted(needed.table().file(), needed.line()));
            }
        }
        try {
            var created = session.create(entry.collection(), entry.body(), entry.item());
            return created ? new Outcome.Created() : new Outcome.AlreadyThere();
        } catch (ApiProblem problem) {
            if (!REFUSALS.contains(problem.status())) {
                throw problem;
            }
            return refused(entry, problem);
        }
    }

    private static Outcome refused(Entry entry, ApiProblem problem) {
        if (problem.errors().isEmpty()) {
            return refused(entry, null, problem.detail() + " (" + problem.code() + ")");
        }
        return new Outcome.Refused(problem.errors().stream()
                .map(error ->
                        new Refusal(entry.table().file(), entry.line(), column(entry, error.field()), error.message()))
                .toList());
    }

    /** The column that the field of the request was made of. */
    private static String column(Entry entry, String field) {
        var value = entry.table().fields().get(field.split("[.\\[]", 2)[0]);
        return value == null || value.columns().isEmpty()
                ? field
                : value.columns().getFirst();
    }

    private static Outcome refused(Entry entry, @Nullable String column, String reason) {
        return new Outcome.Refused(List.of(new Refusal(entry.table().file(), entry.line(), column, reason)));
    }
}
