package io.rems.approval.routing;

import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.Decision;
import io.rems.approval.decision.domain.EscalationCause;
import io.rems.approval.decision.domain.Seat;
import io.rems.approval.delegation.Affairs;
import io.rems.approval.ownership.domain.Holder;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.approval.routing.RoutingView.AddedUp;
import io.rems.approval.routing.RoutingView.DecisionView;
import io.rems.approval.routing.RoutingView.HolderView;
import io.rems.approval.routing.RoutingView.LimitView;
import io.rems.approval.routing.RoutingView.OtherView;
import io.rems.approval.routing.RoutingView.Snapshot;
import io.rems.approval.routing.RoutingView.VoterView;
import io.rems.approval.routing.domain.Others;
import io.rems.approval.routing.domain.Route;
import io.rems.approval.routing.domain.Terms;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A route that nothing was kept of, as one that was would be shown. */
public record FoundRoute(Route route, ApprovalRequest request, Instant at) {

    public RoutingView view() {
        var terms = route.terms();
        var ballot = request.ballot();
        return new RoutingView(
                null,
                1,
                route.isWithinLimit(),
                ballot.rule(),
                terms.policy().rule(),
                terms.propertyRule(),
                terms.counting().amount(),
                limits(terms),
                route.claim().amount(),
                route.others().sum(),
                addedUp(route.others()),
                route.counted(),
                terms.policy().splitWindow().toString(),
                terms.policy().selfApproval(),
                at,
                deadline(),
                escalated() == null ? null : at,
                escalated(),
                decision(),
                null,
                null,
                new Snapshot(
                        route.ownership().asOf(),
                        ballot.seats().stream().map(FoundRoute::holder).toList()),
                ballot.voting().stream().map(FoundRoute::voter).toList(),
                List.of());
    }

    /** What delegations of those who would be asked are judged against. */
    public Affairs.Proposed proposed() {
        var claim = route.claim();
        return new Affairs.Proposed(
                claim.property(),
                claim.category(),
                route.counted(),
                claim.round().submitters(),
                route.terms().policy().selfApproval(),
                request.ballot().voting().stream()
                        .map(FoundRoute::owner)
                        .filter(Objects::nonNull)
                        .map(OwnerId::new)
                        .toList());
    }

    private @Nullable EscalationCause escalated() {
        return request instanceof ApprovalRequest.Escalated found ? found.cause() : null;
    }

    private @Nullable Instant deadline() {
        return request instanceof ApprovalRequest.Open open ? open.deadline() : null;
    }

    private @Nullable DecisionView decision() {
        return request instanceof ApprovalRequest.Decided decided ? decision(decided.decision()) : null;
    }

    private static DecisionView decision(Decision decision) {
        var by = decision.by();
        return new DecisionView(decision.verdict(), by == null ? null : by.value(), decision.at(), decision.comment());
    }

    private static List<LimitView> limits(Terms terms) {
        return terms.limits().stream()
                .map(limit -> new LimitView(limit.origin(), limit.of(), limit.amount(), limit.equals(terms.counting())))
                .toList();
    }

    private static AddedUp addedUp(Others others) {
        return new AddedUp(
                others.count(),
                others.latest().stream()
                        .map(other -> new OtherView(other.expense().value(), other.date(), other.amount()))
                        .toList());
    }

    private static HolderView holder(Seat seat) {
        return new HolderView(type(seat, "FIRM_DEFAULT"), owner(seat), seat.share(), seat.primaryContact());
    }

    private static VoterView voter(Seat seat) {
        return new VoterView(type(seat, "ADMINISTRATORS"), owner(seat), seat.share(), null, null);
    }

    private static String type(Seat seat, String firm) {
        return switch (seat.holder()) {
            case Holder.Owner _ -> "OWNER";
            case Holder.FirmDefault _ -> firm;
        };
    }

    private static @Nullable UUID owner(Seat seat) {
        return switch (seat.holder()) {
            case Holder.Owner(var id) -> id.value();
            case Holder.FirmDefault _ -> null;
        };
    }
}
