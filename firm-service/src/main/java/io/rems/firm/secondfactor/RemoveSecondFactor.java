package io.rems.firm.secondfactor;

import io.rems.platform.access.FirmId;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Message;
import io.rems.platform.events.Outbox;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes a second factor away: its user, who has shown a code of it, or the operator for one who has lost everything. */
@Component
public class RemoveSecondFactor {
    private final Transactions transactions;
    private final SecondFactors secondFactors;
    private final Outbox outbox;

    RemoveSecondFactor(Transactions transactions, SecondFactors secondFactors, Outbox outbox) {
        this.transactions = transactions;
        this.secondFactors = secondFactors;
        this.outbox = outbox;
    }

    /** In the open transaction across firms. */
    public Mono<Void> own(UUID user) {
        return secondFactors
                .standingOf(user)
                .filter(standing -> !standing.required())
                .switchIfEmpty(Mono.error(() -> new RequestRefused(SecondFactorRefusal.SECOND_FACTOR_REQUIRED)))
                .then(remove(user, new SecondFactorRemoved(user, false, null)));
    }

    public Mono<Void> byOperator(UUID user, String reason) {
        return transactions.acrossFirms(remove(user, new SecondFactorRemoved(user, true, reason)));
    }

    private Mono<Void> remove(UUID user, SecondFactorRemoved removed) {
        return secondFactors
                .kept(user)
                .switchIfEmpty(Mono.error(() -> new NotFound("second factor of user", user)))
                .flatMap(kept -> secondFactors
                        .remove(user)
                        .then(outbox.appendFor(
                                FirmId.PLATFORM, List.of(Message.of(user, kept.userVersion(), removed)))));
    }
}
