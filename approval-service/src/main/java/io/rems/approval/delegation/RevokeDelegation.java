package io.rems.approval.delegation;

import io.rems.approval.decision.domain.DelegationId;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.delegation.domain.Delegation;
import io.rems.platform.Versioned;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Role;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.PermissionDenied;
import java.time.Clock;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Takes a delegation back: whoever votes at the same instant either was before it, and counts, or finds it revoked. */
@Service
public class RevokeDelegation {

    private final Delegations delegations;
    private final KeepDelegation keepDelegation;
    private final Transactions transactions;
    private final Clock clock;

    RevokeDelegation(Delegations delegations, KeepDelegation keepDelegation, Transactions transactions, Clock clock) {
        this.delegations = delegations;
        this.keepDelegation = keepDelegation;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Mono<Versioned<Delegation>> revoke(DelegationId id, String reason, Caller caller) {
        if (caller.userId() == null) {
            return Mono.error(new PermissionDenied());
        }
        var by = new PersonId(caller.userId());
        return transactions.inFirm(delegations
                .hold(id)
                .filter(found -> isHis(found.value(), caller))
                .switchIfEmpty(Mono.error(() -> new NotFound("delegation", id.value())))
                .flatMap(found ->
                        keepDelegation.ended(found.version(), found.value().revoke(by, reason, clock.instant()))));
    }

    /** Owners know of their own only. */
    private static boolean isHis(Delegation delegation, Caller caller) {
        return caller.hasRole(Role.ADMIN) || delegation.owner().value().equals(caller.ownerId());
    }
}
