package io.rems.ownership.ownership;

import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.ownership.ownership.domain.PeriodId;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.platform.Versioned;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.StaleVersion;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Adds, ends, corrects and annuls ownership periods, one at a time. */
@Component
public class ChangePeriods {

    private final ChangeOwnership changeOwnership;
    private final Ownerships ownerships;

    ChangePeriods(ChangeOwnership changeOwnership, Ownerships ownerships) {
        this.changeOwnership = changeOwnership;
        this.ownerships = ownerships;
    }

    public Mono<OwnershipPeriod> add(PropertyId property, NewPeriod asked) {
        return changeOwnership
                .decided(
                        property,
                        timeline -> ownerships
                                .owner(asked.ownerId())
                                .map(owner -> timeline.value().add(asked.heldBy(owner))))
                .mapNotNull(changed -> find(changed, asked.id()));
    }

    public Mono<OwnershipPeriod> end(PropertyId property, PeriodId id, long expectedRevision, LocalDate on) {
        return changeOwnership
                .decided(
                        property,
                        timeline -> Mono.fromSupplier(
                                () -> timeline.value().end(current(timeline.value(), id, expectedRevision), on)))
                .mapNotNull(changed -> find(changed, id));
    }

    /** What was recorded of the period was wrong: everything of it may change but its id. */
    public Mono<OwnershipPeriod> correct(PropertyId property, NewPeriod right, long expectedRevision, String reason) {
        return changeOwnership
                .decided(
                        property,
                        timeline -> ownerships.owner(right.ownerId()).map(owner -> {
                            var wrong = current(timeline.value(), right.id(), expectedRevision);
                            return timeline.value().correct(wrong, right.correcting(wrong, owner), reason);
                        }))
                .mapNotNull(changed -> find(changed, right.id()));
    }

    /** The period should never have been recorded. */
    public Mono<Void> annul(PropertyId property, PeriodId id, long expectedRevision, String reason) {
        return changeOwnership
                .decided(
                        property,
                        timeline -> Mono.fromSupplier(
                                () -> timeline.value().annul(current(timeline.value(), id, expectedRevision), reason)))
                .then();
    }

    /** The period as the caller read it. */
    private static OwnershipPeriod current(OwnershipTimeline timeline, PeriodId id, long expectedRevision) {
        var period = timeline.period(id).orElseThrow(() -> new NotFound("ownership period", id.value()));
        if (period.revision() != expectedRevision) {
            throw new StaleVersion();
        }
        return period;
    }

    private static @Nullable OwnershipPeriod find(Versioned<OwnershipTimeline> timeline, PeriodId id) {
        return timeline.value().period(id).orElse(null);
    }
}
