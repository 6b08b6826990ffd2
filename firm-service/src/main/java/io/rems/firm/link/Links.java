package io.rems.firm.link;

import io.rems.platform.access.Actor;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.InvalidRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lets a login be linked only to an owner or tenant of the same firm. Events may lag behind: what is not known here yet
 * is asked of the service that keeps it, so this must not run inside a transaction.
 */
@Component
public class Links {
    private final Transactions transactions;
    private final R2dbcLinkables linkables;
    private final HttpRegisters registers;

    Links(Transactions transactions, R2dbcLinkables linkables, HttpRegisters registers) {
        this.transactions = transactions;
        this.linkables = linkables;
        this.registers = registers;
    }

    /** Fails with the field's problem if the firm has no such owner or tenant, and with 503 if that cannot be told. */
    public Mono<Void> require(FirmId firm, @Nullable UUID ownerId, @Nullable UUID tenantId) {
        return CurrentCaller.get()
                .flatMap(caller -> require(Kind.OWNER, firm, ownerId, caller.actor())
                        .then(require(Kind.TENANT, firm, tenantId, caller.actor())));
    }

    private Mono<Void> require(Kind kind, FirmId firm, @Nullable UUID id, Actor actor) {
        if (id == null) {
            return Mono.empty();
        }
        return transactions
                .inFirm(firm, actor, linkables.has(kind, id))
                .filter(known -> known)
                .switchIfEmpty(Mono.defer(() -> registers.have(kind, firm, id)))
                .filter(known -> known)
                .switchIfEmpty(Mono.error(() -> new InvalidRequest(kind.field(), "UNKNOWN", kind.unknown())))
                .then();
    }
}
