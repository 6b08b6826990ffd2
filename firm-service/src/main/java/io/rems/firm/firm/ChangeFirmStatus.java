package io.rems.firm.firm;

import io.rems.platform.Outcome;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.Outcome.Refused;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Message;
import io.rems.platform.events.Outbox;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Suspends, reactivates or closes a firm. The gateway hears of it by the event and acts on it at once. */
@Component
class ChangeFirmStatus {
    private final Transactions transactions;
    private final R2dbcFirms firms;
    private final Outbox outbox;
    private final Clock clock;

    ChangeFirmStatus(Transactions transactions, R2dbcFirms firms, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.firms = firms;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<Firm> change(FirmId id, StatusChange change, @Nullable String reason) {
        var changing = firms.locked(id)
                .switchIfEmpty(Mono.error(() -> new NotFound("firm", id)))
                .map(firm -> firm.after(change, reason, clock.instant()))
                .flatMap(this::record);
        return transactions.acrossFirms(changing);
    }

    private Mono<Firm> record(Outcome<Firm, Message> outcome) {
        return switch (outcome) {
            case Accepted(var firm, var events) ->
                firms.saveStanding(firm)
                        .then(outbox.appendFor(firm.id(), events))
                        .thenReturn(firm);
            case Refused(var refusal) -> Mono.error(new RequestRefused(refusal));
        };
    }
}
