package io.rems.approval.routing;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.delegation.ConsiderDelegations;
import io.rems.approval.delegation.Considered;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * How an expense was routed, with the delegations that were looked at. Owners see what they held a part of, and of the
 * delegations those that are theirs or made out to them; whoever may decide in an owner's stead sees what that owner sees.
 */
@Service
public class ShowRouting {

    private final RoutingViews routings;
    private final ConsiderDelegations considerDelegations;

    ShowRouting(RoutingViews routings, ConsiderDelegations considerDelegations) {
        this.routings = routings;
        this.considerDelegations = considerDelegations;
    }

    /** Of the latest round where none is named; empty where it is not routed, or not there to see. */
    public Mono<RoutingView> of(ExpenseId expense, @Nullable Integer round, Caller caller) {
        return caller.hasRole(Role.OWNER) ? toOwner(expense, round, caller) : toStaff(expense, round);
    }

    private Mono<RoutingView> toStaff(ExpenseId expense, @Nullable Integer round) {
        return routings.of(expense, round)
                .flatMap(view -> view.automatic()
                        ? Mono.just(view)
                        : considerDelegations.of(expense, round).map(view::with));
    }

    private Mono<RoutingView> toOwner(ExpenseId expense, @Nullable Integer round, Caller caller) {
        return considerDelegations.of(expense, round).flatMap(all -> {
            var his = all.stream().filter(one -> concerns(one, caller)).toList();
            return Mono.justOrEmpty(caller.ownerId())
                    .flatMap(own -> routings.of(expense, round, new OwnerId(own)))
                    .switchIfEmpty(Mono.defer(() -> inStead(expense, round, his, caller)))
                    .map(view -> view.automatic() ? view : view.with(his));
        });
    }

    private Mono<RoutingView> inStead(ExpenseId expense, @Nullable Integer round, List<Considered> his, Caller caller) {
        return his.stream()
                .filter(one -> one.applies() && one.delegateId().equals(caller.userId()))
                .findFirst()
                .map(one -> routings.of(expense, round, new OwnerId(one.ownerId())))
                .orElseGet(Mono::empty);
    }

    private static boolean concerns(Considered considered, Caller caller) {
        return considered.ownerId().equals(caller.ownerId())
                || considered.delegateId().equals(caller.userId());
    }
}
