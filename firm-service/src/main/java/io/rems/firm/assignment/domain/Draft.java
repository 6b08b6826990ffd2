package io.rems.firm.assignment.domain;

import io.rems.firm.assignment.domain.Assignment.Active;
import io.rems.firm.assignment.domain.Assignment.Ended;
import io.rems.firm.assignment.domain.Assignment.Scheduled;
import io.rems.firm.assignment.domain.AssignmentEvent.Happened;
import io.rems.firm.assignment.domain.AssignmentEvent.PrimaryMoved;
import io.rems.platform.Outcome;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.access.FirmId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The assignments of a user while a command is being carried out; which firm is primary is decided once, at its end. */
final class Draft {
    private static final Comparator<Assignment> LONGEST_HELD = Comparator.comparing(
                    (Assignment one) -> one.terms().validity().from())
            .thenComparing(one -> one.firm().value());

    private final UserAssignments before;
    private final List<Assignment> current;
    private final List<Step> steps = new ArrayList<>();
    private @Nullable FirmId preferred;

    private record Step(
            Change change,
            @Nullable Assignment before,
            Assignment after,
            @Nullable String reason) {}

    private Draft(UserAssignments before) {
        this.before = before;
        this.current = new ArrayList<>(before.current());
        this.preferred = before.primary();
    }

    static Draft of(UserAssignments before, Instant at) {
        var draft = new Draft(before);
        draft.passTime(at);
        return draft;
    }

    List<Assignment> current() {
        return List.copyOf(current);
    }

    void prefer(FirmId firm) {
        preferred = firm;
    }

    void add(Assignment granted, @Nullable String reason) {
        current.add(granted);
        steps.add(new Step(Change.GRANTED, null, granted, reason));
    }

    void replace(Assignment old, Assignment next, Change change, @Nullable String reason) {
        current.remove(old);
        if (!(next instanceof Ended)) {
            current.add(next);
        }
        steps.add(new Step(change, old, next, reason));
    }

    /** The user accepts what the firm, or any if none is named, has invited him to. */
    void come(@Nullable FirmId firm) {
        current().stream()
                .filter(one ->
                        !one.terms().isAccepted() && (firm == null || one.firm().equals(firm)))
                .forEach(one -> replace(one, one.introduced(), Change.ACCEPTED, null));
    }

    Outcome<UserAssignments, AssignmentEvent> finished(Instant at) {
        passTime(at);
        var primary = primary();
        var events = new ArrayList<AssignmentEvent>();
        for (var step : steps) {
            var after = step.after();
            var isPrimary = after instanceof Active
                    && after.terms().isAccepted()
                    && after.firm().equals(primary);
            events.add(new Happened(
                    before.holder(), step.change(), step.before(), step.after(), isPrimary, step.reason()));
        }
        if (!Objects.equals(primary, before.primary())) {
            events.add(new PrimaryMoved(before.holder(), before.primary(), primary));
        }
        return new Accepted<>(new UserAssignments(before.holder(), current, primary), events);
    }

    /** One after the other: what ends makes room for what begins. */
    private void passTime(Instant at) {
        for (var one : current.stream().sorted(LONGEST_HELD).toList()) {
            var now = one;
            for (var next = now.asOf(at); !next.equals(now); next = now.asOf(at)) {
                replace(now, next, next instanceof Active ? Change.STARTED : Change.ENDED, null);
                if (now instanceof Scheduled(var _, var asPrimary) && asPrimary) {
                    prefer(next.firm());
                }
                now = next;
            }
        }
    }

    /** The preferred firm while the user is active there; else the one held longest. To be invited takes nothing away. */
    private @Nullable FirmId primary() {
        var all = current.stream().filter(Active.class::isInstance).toList();
        var known = all.stream().filter(one -> one.terms().isAccepted()).toList();
        var active = known.isEmpty() ? all : known;
        return active.stream()
                .filter(one -> one.firm().equals(preferred))
                .findFirst()
                .or(() -> active.stream().min(LONGEST_HELD))
                .map(Assignment::firm)
                .orElse(null);
    }
}
