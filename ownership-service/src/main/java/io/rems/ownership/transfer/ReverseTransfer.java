package io.rems.ownership.transfer;

import io.rems.ownership.ownership.domain.OwnershipEvent.TransferReversed;
import io.rems.ownership.transfer.domain.Deed;
import io.rems.ownership.transfer.domain.Handover;
import io.rems.ownership.transfer.domain.Paper;
import io.rems.ownership.transfer.domain.Transfer;
import io.rems.ownership.transfer.domain.TransferId;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.Outcome.Refused;
import io.rems.platform.Versioned;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.RequestRefused;
import io.rems.platform.problem.StaleVersion;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes a transfer back by a counter-transfer, in one transaction; both name each other. */
@Component
public class ReverseTransfer {

    /**
     * How somebody wants it taken back.
     *
     * @param on from which day on; absent where it is from its own day, as if it had never been
     */
    public record Asked(TransferId counter, @Nullable LocalDate on, String reason, List<Paper> papers) {}

    private final Transactions transactions;
    private final Transfers transfers;
    private final CarryOut carryOut;
    private final KeepTransfers keepTransfers;
    private final Clock clock;

    ReverseTransfer(
            Transactions transactions,
            Transfers transfers,
            CarryOut carryOut,
            KeepTransfers keepTransfers,
            Clock clock) {
        this.transactions = transactions;
        this.transfers = transfers;
        this.carryOut = carryOut;
        this.keepTransfers = keepTransfers;
        this.clock = clock;
    }

    /** @return the counter-transfer */
    public Mono<Versioned<Transfer>> reverse(TransferId id, long expected, Asked asked) {
        return transactions.inFirmAgain(transfers
                .hold(id)
                .filter(transfer -> transfer.version() == expected)
                .switchIfEmpty(Mono.error(StaleVersion::new))
                .flatMap(transfer -> reverse(transfer, asked)));
    }

    private Mono<Versioned<Transfer>> reverse(Versioned<Transfer> transfer, Asked asked) {
        var counter = counter(transfer.value().deed(), asked);
        return switch (transfer.value().handBack(counter.on())) {
            case Accepted(var back, var _) ->
                counter(counter, back)
                        .flatMap(kept -> keepTransfers
                                .changed(transfer, transfer.value().reverse(counter))
                                .thenReturn(kept));
            case Refused(var refusal) -> Mono.error(() -> new RequestRefused(refusal));
        };
    }

    private Mono<Versioned<Transfer>> counter(Deed counter, Handover back) {
        return carryOut.on(
                        counter.property(),
                        timeline -> back.back(
                                timeline,
                                (superseded, recorded) -> new TransferReversed(
                                        counter.id().value(), superseded, recorded, counter.reason())))
                .flatMap(done -> keepTransfers.begun(
                        Transfer.execute(counter, done.found(), done.ownership(), clock.instant())));
    }

    private static Deed counter(Deed deed, Asked asked) {
        return new Deed(
                asked.counter(),
                deed.property(),
                deed.kind(),
                asked.on() == null ? deed.on() : asked.on(),
                asked.reason(),
                asked.papers(),
                Optional.empty(),
                Optional.of(deed.id()));
    }
}
