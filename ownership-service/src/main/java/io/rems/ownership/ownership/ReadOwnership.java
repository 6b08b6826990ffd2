package io.rems.ownership.ownership;

import io.rems.ownership.firm.Viewer;
import io.rems.ownership.firm.Viewers;
import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.ownership.ownership.domain.PeriodId;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.platform.Versioned;
import io.rems.platform.problem.NotFound;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who owns what, as far as the caller may know: an owner sees his own, and who shares it with him while he holds it. */
@Component
public class ReadOwnership {

    private final Ownerships ownerships;
    private final Portfolios portfolios;
    private final Viewers viewers;

    ReadOwnership(Ownerships ownerships, Portfolios portfolios, Viewers viewers) {
        this.ownerships = ownerships;
        this.portfolios = portfolios;
        this.viewers = viewers;
    }

    /** The holders on a day. */
    public Mono<HeldOn> asOf(PropertyId property, Moment moment) {
        return viewers.current().flatMap(viewer -> {
            var asked = moment.day() == null ? viewer.today() : moment.day();
            return shown(
                            property,
                            viewer,
                            moment.known(),
                            (own, timeline) -> timeline.shownTo(own.ownerId(), asked, own.today()))
                    .map(timeline -> HeldOn.of(timeline, asked).toldTo(viewer.ownOnly() ? viewer.ownerId() : null));
        });
    }

    /** The periods of a property, past and future; to an owner only his own. */
    public Mono<List<OwnershipPeriod>> periods(PropertyId property, @Nullable Instant known) {
        return viewers.current()
                .flatMap(viewer -> shown(property, viewer, known, ReadOwnership::holdsAnything)
                        .map(timeline -> timeline.value().periods().stream()
                                .filter(period -> viewer.sees(period.holder().ownerId()))
                                .toList()));
    }

    public Mono<OwnershipPeriod> period(PropertyId property, PeriodId id) {
        return periods(property, null)
                .mapNotNull(periods -> periods.stream()
                        .filter(period -> period.id().equals(id))
                        .findAny()
                        .orElse(null))
                .switchIfEmpty(absent("ownership period", id.value()));
    }

    /** What an owner holds on a day; to himself not before it has begun. */
    public Mono<Portfolio> portfolio(UUID ownerId, Moment moment) {
        return viewers.current()
                .filter(viewer -> viewer.sees(ownerId))
                .switchIfEmpty(absent("owner", ownerId))
                .flatMap(viewer -> {
                    var day = moment.day() == null ? viewer.today() : moment.day();
                    return portfolios.of(ownerId, day, viewer.ownOnly() ? viewer.today() : day, moment.known());
                });
    }

    /** Whether an owner is shown anything goes by what is known now, whatever was believed once. */
    private Mono<Versioned<OwnershipTimeline>> shown(
            PropertyId property,
            Viewer viewer,
            @Nullable Instant known,
            BiPredicate<Viewer, OwnershipTimeline> allowed) {
        return ownerships
                .of(property)
                .filter(now -> !viewer.ownOnly() || allowed.test(viewer, now.value()))
                .switchIfEmpty(absent("property", property.value()))
                .flatMap(now -> known == null
                        ? Mono.just(now)
                        : ownerships.known(property, known).map(now::with));
    }

    private static boolean holdsAnything(Viewer own, OwnershipTimeline timeline) {
        return timeline.periods().stream()
                .anyMatch(period -> period.holder().ownerId().equals(own.ownerId()));
    }

    private static <T> Mono<T> absent(String what, UUID id) {
        return Mono.error(() -> new NotFound(what, id));
    }
}
