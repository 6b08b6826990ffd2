package io.rems.ownership.ownership;

import io.rems.ownership.firm.Viewers;
import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.ownership.ownership.domain.PeriodId;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.ownership.ownership.domain.Remainder;
import io.rems.ownership.ownership.domain.Validity;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.problem.NotFound;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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

    /** The holders on a day; on the firm's today where none is named. */
    public Mono<HeldOn> asOf(PropertyId property, @Nullable LocalDate day) {
        return viewers.current().flatMap(viewer -> {
            var asked = day == null ? viewer.today() : day;
            return ownerships
                    .of(property)
                    .filter(timeline ->
                            !viewer.ownOnly() || timeline.value().shownTo(viewer.ownerId(), asked, viewer.today()))
                    .map(timeline -> HeldOn.of(timeline, asked))
                    .switchIfEmpty(absent("property", property.value()));
        });
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
                .switchIfEmpty(absent("property", property.value()));
    }

    /** The periods of a property, past and future; to an owner only his own. */
    public Mono<List<OwnershipPeriod>> periods(PropertyId property) {
        return viewers.current()
                .flatMap(viewer -> ownerships
                        .of(property)
                        .map(timeline -> timeline.value().periods().stream()
                                .filter(period -> viewer.sees(period.holder().ownerId()))
                                .toList())
                        .filter(periods -> !viewer.ownOnly() || !periods.isEmpty())
                        .switchIfEmpty(absent("property", property.value())));
    }

    public Mono<OwnershipPeriod> period(PropertyId property, PeriodId id) {
        return periods(property)
                .mapNotNull(periods -> periods.stream()
                        .filter(period -> period.id().equals(id))
                        .findAny()
                        .orElse(null))
                .switchIfEmpty(absent("ownership period", id.value()));
    }

    /** What an owner holds on a day; on the firm's today where none is named. */
    public Mono<Portfolio> portfolio(UUID ownerId, @Nullable LocalDate day) {
        return viewers.current()
                .filter(viewer -> viewer.sees(ownerId))
                .switchIfEmpty(absent("owner", ownerId))
                .flatMap(viewer -> portfolios.of(ownerId, day == null ? viewer.today() : day));
    }

    private static <T> Mono<T> absent(String what, UUID id) {
        return Mono.error(() -> new NotFound(what, id));
    }
}
