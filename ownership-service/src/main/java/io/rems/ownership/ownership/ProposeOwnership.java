package io.rems.ownership.ownership;

import io.rems.ownership.ownership.domain.OwnershipEvent;
import io.rems.ownership.ownership.domain.OwnershipEvent.PeriodAdded;
import io.rems.ownership.ownership.domain.OwnershipEvent.PeriodCorrected;
import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.ownership.ownership.domain.PeriodId;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.ownership.ownership.domain.Remainder;
import io.rems.ownership.ownership.domain.Table;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.Outcome.Refused;
import io.rems.platform.Refusal;
import io.rems.platform.problem.NotFound;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells what would come of a change, without a trace: asked while somebody still types. */
@Component
public class ProposeOwnership {

    private final Ownerships ownerships;
    private final ClosedEntries closedEntries;

    ProposeOwnership(Ownerships ownerships, ClosedEntries closedEntries) {
        this.ownerships = ownerships;
        this.closedEntries = closedEntries;
    }

    public Mono<Proposal> table(PropertyId property, NewTable proposed) {
        return judged(property, proposed, (timeline, table) -> List.of(table.replacing(timeline.periods())));
    }

    /** One share beside those that others hold; {@code replaced} is the period that it would correct. */
    public Mono<Proposal> addition(PropertyId property, NewTable proposed, @Nullable PeriodId replaced) {
        return judged(
                property,
                proposed,
                (timeline, table) -> table.assignments().stream()
                        .map(line -> line.begun(table.days(), List.of()))
                        .map(period -> added(timeline, period, replaced))
                        .toList());
    }

    private Mono<Proposal> judged(
            PropertyId property,
            NewTable proposed,
            BiFunction<OwnershipTimeline, Table, List<? extends OwnershipEvent>> meant) {
        return ownerships
                .of(property)
                .flatMap(timeline -> ownerships.owners(proposed.owners()).flatMap(owners -> {
                    var events = meant.apply(timeline.value(), proposed.heldBy(owners));
                    return inTheWay(property, events)
                            .map(closed -> new Proposal(
                                    proposed.missing(owners),
                                    Stream.concat(closed.stream(), refusals(timeline.value(), events))
                                            .toList(),
                                    Remainder.during(proposed.days(), supposing(timeline.value(), events)),
                                    timeline.version()));
                }));
    }

    /** What changes nothing meets nothing. */
    private Mono<List<Refusal>> inTheWay(PropertyId property, List<? extends OwnershipEvent> events) {
        var receivers = events.stream()
                .flatMap(event -> event.receivers().stream())
                .distinct()
                .toList();
        return events.stream().allMatch(OwnershipEvent::changesNothing)
                ? Mono.just(List.of())
                : closedEntries.inTheWay(property, receivers);
    }

    private static OwnershipEvent added(
            OwnershipTimeline timeline, OwnershipPeriod period, @Nullable PeriodId replaced) {
        if (replaced == null) {
            return new PeriodAdded(period);
        }
        var wrong = timeline.period(replaced).orElseThrow(() -> new NotFound("ownership period", replaced.value()));
        return new PeriodCorrected(wrong, period, "proposed");
    }

    private static Stream<Refusal> refusals(OwnershipTimeline timeline, List<? extends OwnershipEvent> events) {
        return events.stream().flatMap(event -> switch (timeline.replaced(event)) {
            case Accepted(var _, var _) -> Stream.empty();
            case Refused(var refusal) -> Stream.of(refusal);
        });
    }

    private static OwnershipTimeline supposing(OwnershipTimeline timeline, List<? extends OwnershipEvent> events) {
        var supposed = timeline;
        for (var event : events) {
            supposed = supposed.supposing(event);
        }
        return supposed;
    }
}
