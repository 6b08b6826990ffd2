package io.rems.ownership.transfer;

import io.rems.ownership.ownership.ClosedEntries;
import io.rems.ownership.ownership.Ownerships;
import io.rems.ownership.ownership.domain.OwnershipEvent.SharesTransferred;
import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.ownership.transfer.Preflight.Remark;
import io.rems.ownership.transfer.domain.Handover;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.Outcome.Refused;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.RequestRefused;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells without a trace what stands in the way of a transfer. */
@Component
public class PreflightTransfer {

    private final Transactions transactions;
    private final Parties parties;
    private final Ownerships ownerships;
    private final ClosedEntries closedEntries;
    private final Surroundings surroundings;

    PreflightTransfer(
            Transactions transactions,
            Parties parties,
            Ownerships ownerships,
            ClosedEntries closedEntries,
            Surroundings surroundings) {
        this.transactions = transactions;
        this.parties = parties;
        this.ownerships = ownerships;
        this.closedEntries = closedEntries;
        this.surroundings = surroundings;
    }

    public Mono<Preflight> look(NewTransfer asked) {
        return transactions.inFirm(ownerships
                .of(asked.property())
                .flatMap(timeline -> Mono.zip(closed(asked), obstacles(timeline.value(), asked))
                        .map(found -> Stream.concat(found.getT1().stream(), found.getT2().stream())
                                .toList())
                        .flatMap(obstacles ->
                                notices(asked, timeline.value()).map(notices -> Preflight.of(obstacles, notices)))));
    }

    private Mono<List<Remark>> closed(NewTransfer asked) {
        return closedEntries
                .inTheWay(asked.property(), asked.receivers())
                .map(refusals -> refusals.stream().map(Remark::of).toList());
    }

    private Mono<List<Remark>> obstacles(OwnershipTimeline timeline, NewTransfer asked) {
        return parties.handover(asked)
                .map(handover -> obstacles(handover, timeline, asked))
                .onErrorResume(RequestRefused.class, refused -> Mono.just(List.of(Remark.of(refused.refusal()))));
    }

    private static List<Remark> obstacles(Handover handover, OwnershipTimeline timeline, NewTransfer asked) {
        return switch (handover.forth(
                timeline,
                (superseded, recorded) ->
                        new SharesTransferred(asked.id().value(), superseded, recorded, asked.reason()))) {
            case Accepted(var _, var _) -> List.of();
            case Refused(var refusal) -> List.of(Remark.of(refusal));
        };
    }

    private Mono<List<Remark>> notices(NewTransfer asked, OwnershipTimeline timeline) {
        var property = asked.property();
        var later = timeline.periods().stream()
                .filter(period -> period.validity().from().isAfter(asked.days().from()))
                .filter(period -> period.holder().ownerId().equals(asked.giver()))
                .map(period -> Map.of(
                        "periodId", period.id().value(),
                        "share", period.share().toString(),
                        "from", period.validity().from()))
                .toList();
        return Mono.zip(
                        surroundings.openTransfers(property),
                        surroundings.pendingApprovals(property),
                        surroundings.leases(property))
                .map(found -> Stream.of(
                                Remark.about(later, "FUTURE_PERIODS", "%d periods of the giver begin after the day."),
                                Remark.about(
                                        found.getT1(),
                                        "OPEN_TRANSFERS",
                                        "%d transfers of the property are still open."),
                                Remark.about(
                                        found.getT2(),
                                        "PENDING_APPROVALS",
                                        "%d expenses of the property wait for approval by those who held it."),
                                Remark.about(found.getT3(), "LEASES", "%d leases of the property go on."))
                        .flatMap(List::stream)
                        .toList());
    }
}
