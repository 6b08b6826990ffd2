package io.rems.firm.support;

import io.rems.firm.support.SupportAccess.EndedBy;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Outbox;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ends a support access: at the wish of either side, or because its time is over. */
@Component
class EndSupportAccess {
    private final Transactions transactions;
    private final R2dbcSupportAccesses accesses;
    private final Outbox outbox;
    private final Clock clock;

    EndSupportAccess(Transactions transactions, R2dbcSupportAccesses accesses, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.accesses = accesses;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<SupportAccess> end(FirmId firm, UUID id, EndedBy by) {
        return transactions.acrossFirms(endIfOpen(firm, id, by).switchIfEmpty(refusal(firm, id)));
    }

    /** Empty if it has ended already, for another replica may have been faster; inside a transaction across firms. */
    Mono<SupportAccess> endIfOpen(FirmId firm, UUID id, EndedBy by) {
        return Mono.defer(() -> accesses.end(firm, id, by, clock.instant()))
                .flatMap(ended -> outbox.appendFor(firm, List.of(SupportEventContract.ended(ended)))
                        .thenReturn(ended));
    }

    Mono<Void> endInTime(FirmId firm, UUID id) {
        return transactions.acrossFirms(endIfOpen(firm, id, EndedBy.TIME)).then();
    }

    private Mono<SupportAccess> refusal(FirmId firm, UUID id) {
        return accesses.byId(firm, id)
                .switchIfEmpty(Mono.error(() -> new NotFound("support access", id)))
                .flatMap(_ -> Mono.error(new RequestRefused(SupportRefusal.SUPPORT_ACCESS_ENDED)));
    }
}
