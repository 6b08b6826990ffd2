package io.rems.firm.firm;

import io.rems.platform.database.Constraints;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Outbox;
import io.rems.platform.problem.RequestRefused;
import java.time.Clock;
import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Brings a new customer into REMS; only the platform administrator does, across firms, for the firm is not there yet. */
@Component
class CreateFirm {
    private final Transactions transactions;
    private final R2dbcFirms firms;
    private final Outbox outbox;
    private final Clock clock;

    CreateFirm(Transactions transactions, R2dbcFirms firms, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.firms = firms;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<Firm> create(NewFirm request) {
        var firm = request.firm(clock.instant());
        return transactions
                .acrossFirms(firms.add(firm).then(outbox.appendFor(firm.id(), List.of(FirmCreated.of(firm)))))
                .onErrorMap(DataIntegrityViolationException.class, CreateFirm::refusal)
                .thenReturn(firm);
    }

    private static Throwable refusal(DataIntegrityViolationException error) {
        if (Constraints.violated(error, "firm_name_unique")) {
            return new RequestRefused(FirmRefusal.SAME_NAME);
        }
        if (Constraints.violated(error, "firm_email_unique")) {
            return new RequestRefused(FirmRefusal.SAME_EMAIL);
        }
        return Constraints.violated(error, "firm_pkey") ? new RequestRefused(FirmRefusal.SAME_ID) : error;
    }
}
