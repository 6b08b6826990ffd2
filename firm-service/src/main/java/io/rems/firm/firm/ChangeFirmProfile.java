package io.rems.firm.firm;

import io.rems.platform.Outcome;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.Outcome.Refused;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Message;
import io.rems.platform.events.Outbox;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import io.rems.platform.problem.StaleVersion;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Describes a firm anew. Spans firms, because its name and e-mail must be there once among all of them. */
@Component
class ChangeFirmProfile {
    private final Transactions transactions;
    private final R2dbcFirms firms;
    private final Outbox outbox;

    ChangeFirmProfile(Transactions transactions, R2dbcFirms firms, Outbox outbox) {
        this.transactions = transactions;
        this.firms = firms;
        this.outbox = outbox;
    }

    Mono<Firm> change(FirmId id, long version, FirmRequest request) {
        if (request.id() != null && !request.id().equals(id.value())) {
            return Mono.error(new InvalidRequest("id", "FIXED", "is that of another firm"));
        }
        var changing = firms.locked(id)
                .switchIfEmpty(Mono.error(() -> new NotFound("firm", id)))
                .filter(firm -> firm.version() == version)
                .switchIfEmpty(Mono.error(StaleVersion::new))
                .flatMap(firm -> record(firm, firm.described(request.profile(firm.profile()))));
        return transactions.acrossFirms(changing).onErrorMap(DataIntegrityViolationException.class, FirmRefusal::of);
    }

    private Mono<Firm> record(Firm before, Outcome<Firm, Message> outcome) {
        return switch (outcome) {
            case Accepted(var firm, var events) ->
                firms.saveProfile(firm, before.profile())
                        .then(outbox.appendFor(firm.id(), events))
                        .thenReturn(firm);
            case Refused(var refusal) -> Mono.error(new RequestRefused(refusal));
        };
    }
}
