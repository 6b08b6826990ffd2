package io.rems.firm.support;

import io.rems.firm.firm.Firms;
import io.rems.firm.support.SupportAccess.EndedBy;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.Constraints;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Outbox;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets a platform administrator into a firm for some hours, and tells the firm. */
@Component
class GrantSupportAccess {
    private final Transactions transactions;
    private final Firms firms;
    private final R2dbcSupportAccesses accesses;
    private final EndSupportAccess endSupportAccess;
    private final Outbox outbox;
    private final Clock clock;

    GrantSupportAccess(
            Transactions transactions,
            Firms firms,
            R2dbcSupportAccesses accesses,
            EndSupportAccess endSupportAccess,
            Outbox outbox,
            Clock clock) {
        this.transactions = transactions;
        this.firms = firms;
        this.accesses = accesses;
        this.endSupportAccess = endSupportAccess;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<SupportAccess> grant(FirmId firm, UUID user, NewSupportAccess request) {
        var granting = firms.require(firm)
                .then(refuseWhoWorksThere(firm, user))
                .then(endOverdue(firm, user))
                .then(accesses.nameOf(user))
                .switchIfEmpty(Mono.error(() -> new NotFound("user", user)))
                .map(name -> request.access(firm, user, name, clock.instant()))
                .flatMap(this::record);
        return transactions
                .acrossFirms(granting)
                .onErrorMap(DataIntegrityViolationException.class, GrantSupportAccess::refusal);
    }

    private Mono<Void> refuseWhoWorksThere(FirmId firm, UUID user) {
        return accesses.worksIn(firm, user)
                .flatMap(works ->
                        works ? Mono.error(new RequestRefused(SupportRefusal.ALREADY_ASSIGNED)) : Mono.empty());
    }

    private Mono<Void> endOverdue(FirmId firm, UUID user) {
        return accesses.overdue(firm, user, clock.instant())
                .flatMap(id -> endSupportAccess.endIfOpen(firm, id, EndedBy.TIME))
                .then();
    }

    private Mono<SupportAccess> record(SupportAccess access) {
        return accesses.add(access)
                .then(outbox.appendFor(access.firm(), List.of(SupportEventContract.granted(access))))
                .thenReturn(access);
    }

    private static Throwable refusal(DataIntegrityViolationException error) {
        if (Constraints.violated(error, "support_access_one_open")) {
            return new RequestRefused(SupportRefusal.SUPPORT_ACCESS_OPEN);
        }
        return Constraints.violated(error, "support_access_pkey")
                ? new RequestRefused(SupportRefusal.DUPLICATE)
                : error;
    }
}
