package io.rems.approval.delegation;

import io.rems.approval.delegation.domain.Delegation;
import io.rems.approval.delegation.domain.DelegationRefusal;
import io.rems.approval.delegation.domain.Links;
import io.rems.approval.delegation.domain.Web;
import io.rems.platform.Versioned;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.RequestRefused;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** An owner names who may decide in his stead. In a firm one is granted after the other, so that no two make a cycle together. */
@Service
public class GrantDelegation {

    private final Delegations delegations;
    private final CheckGrant checkGrant;
    private final FindHorizon findHorizon;
    private final People people;
    private final KeepDelegation keepDelegation;
    private final Transactions transactions;
    private final Clock clock;

    GrantDelegation(
            Delegations delegations,
            CheckGrant checkGrant,
            FindHorizon findHorizon,
            People people,
            KeepDelegation keepDelegation,
            Transactions transactions,
            Clock clock) {
        this.delegations = delegations;
        this.checkGrant = checkGrant;
        this.findHorizon = findHorizon;
        this.people = people;
        this.keepDelegation = keepDelegation;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Mono<Versioned<Delegation>> grant(Delegation wanted) {
        return transactions.inFirm(delegations
                .takeTurn(clock.instant())
                .then(Mono.defer(() -> findHorizon.hold(wanted.owner())))
                .flatMap(horizon -> checkGrant
                        .check(wanted, horizon)
                        .then(Mono.defer(() -> fits(wanted)))
                        .then(Mono.defer(() -> keepDelegation.granted(wanted.grant(), horizon.dueAt(wanted))))));
    }

    /** In the turn of its caller; an error where it is no delegation, or would close a cycle. */
    Mono<Void> fits(Delegation wanted) {
        return Mono.zip(delegations.running(), people.links())
                .flatMap(now -> people.links(List.of(wanted.delegate()))
                        .flatMap(his ->
                                refused(wanted, new Web(now.getT1(), now.getT2().and(his)), his)));
    }

    private static Mono<Void> refused(Delegation wanted, Web web, Links his) {
        if (isOneself(wanted, his)) {
            return Mono.error(new RequestRefused(DelegationRefusal.SELF_DELEGATION));
        }
        return web.wouldCloseACycle(wanted)
                ? Mono.error(new RequestRefused(DelegationRefusal.DELEGATION_CYCLE))
                : Mono.empty();
    }

    private static boolean isOneself(Delegation wanted, Links links) {
        var delegate = wanted.delegate();
        return delegate.equals(wanted.grantedBy())
                || links.ownerOf(delegate).filter(wanted.owner()::equals).isPresent();
    }
}
