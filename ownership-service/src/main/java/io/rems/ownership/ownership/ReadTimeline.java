package io.rems.ownership.ownership;

import io.rems.ownership.firm.Viewer;
import io.rems.ownership.firm.Viewers;
import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.ownership.ownership.domain.Remainder;
import io.rems.ownership.ownership.domain.Validity;
import io.rems.platform.Versioned;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.problem.NotFound;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The ownership of a property over all time: who holds it when, what is left, and what was recorded when by whom. */
@Component
public class ReadTimeline {

    private final Ownerships ownerships;
    private final Viewers viewers;

    ReadTimeline(Ownerships ownerships, Viewers viewers) {
        this.ownerships = ownerships;
        this.viewers = viewers;
    }

    /** To an owner only the days of his ownership, and of the history only his own. */
    public Mono<Timeline> of(PropertyId property, @Nullable Instant known) {
        return viewers.current()
                .flatMap(viewer -> viewer.ownOnly() ? ownedBy(viewer, property, known) : whole(property, known))
                .switchIfEmpty(Mono.error(() -> new NotFound("property", property.value())));
    }

    /** What nobody was given, from a day on, today without one; an owner is told of no property as a whole. */
    public Mono<List<Remainder>> remainder(PropertyId property, @Nullable LocalDate from, @Nullable LocalDate to) {
        return viewers.current()
                .filter(viewer -> !viewer.ownOnly())
                .flatMap(viewer -> {
                    var begin = from == null ? viewer.today() : from;
                    var days = InvalidRequest.unless("to", () -> new Validity(begin, to));
                    return ownerships.of(property).map(timeline -> Remainder.during(days, timeline.value()));
                })
                .switchIfEmpty(Mono.error(() -> new NotFound("property", property.value())));
    }

    private Mono<Timeline> whole(PropertyId property, @Nullable Instant known) {
        return timeline(property, known)
                .flatMap(timeline -> ownerships
                        .history(property, known)
                        .map(history -> new Timeline(timeline.intervals(), history, null)));
    }

    private Mono<Timeline> ownedBy(Viewer viewer, PropertyId property, @Nullable Instant known) {
        return ownerships
                .of(property)
                .mapNotNull(now ->
                        now.value().ownedBy(viewer.ownerId(), viewer.today()).orElse(null))
                .flatMap(days -> timeline(property, known)
                        .flatMap(timeline -> ownerships
                                .history(property, known)
                                .map(history -> new Timeline(
                                        timeline.during(days), ownOf(viewer, history), viewer.ownerId()))));
    }

    private Mono<OwnershipTimeline> timeline(PropertyId property, @Nullable Instant known) {
        return known == null ? ownerships.of(property).map(Versioned::value) : ownerships.known(property, known);
    }

    private static List<Revision> ownOf(Viewer viewer, List<Revision> history) {
        return history.stream()
                .filter(revision -> viewer.sees(revision.period().holder().ownerId()))
                .map(Revision::forOwners)
                .toList();
    }
}
