package io.rems.firm.firm;

import io.rems.platform.database.Transactions;
import io.rems.platform.events.Outbox;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Brings a new customer into REMS; only the platform administrator does, across firms, for the firm is not there yet. */
@Component
public class CreateFirm {
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

    /** @param template of the expense categories that the firm begins with; none where absent */
    public Mono<Firm> create(FirmRequest request, @Nullable String template) {
        var firm = request.firm(clock.instant());
        return transactions
                .acrossFirms(firms.add(firm).then(outbox.appendFor(firm.id(), List.of(FirmCreated.of(firm, template)))))
                .onErrorMap(DataIntegrityViolationException.class, FirmRefusal::of)
                .thenReturn(firm);
    }
}
