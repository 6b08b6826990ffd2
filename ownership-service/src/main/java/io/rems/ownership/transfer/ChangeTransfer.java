package io.rems.ownership.transfer;

import io.rems.ownership.firm.FirmCalendar;
import io.rems.ownership.ownership.ClosedEntries;
import io.rems.ownership.transfer.domain.Transfer;
import io.rems.ownership.transfer.domain.TransferEvent;
import io.rems.ownership.transfer.domain.TransferId;
import io.rems.platform.Outcome;
import io.rems.platform.Versioned;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.StaleVersion;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Cancels what has not taken effect, or moves it to another day. */
@Component
public class ChangeTransfer {

    private final Transactions transactions;
    private final Transfers transfers;
    private final KeepTransfers keepTransfers;
    private final ClosedEntries closedEntries;
    private final FirmCalendar calendar;
    private final Clock clock;

    ChangeTransfer(
            Transactions transactions,
            Transfers transfers,
            KeepTransfers keepTransfers,
            ClosedEntries closedEntries,
            FirmCalendar calendar,
            Clock clock) {
        this.transactions = transactions;
        this.transfers = transfers;
        this.keepTransfers = keepTransfers;
        this.closedEntries = closedEntries;
        this.calendar = calendar;
        this.clock = clock;
    }

    public Mono<Versioned<Transfer>> cancel(TransferId id, long expected, String reason) {
        return change(id, expected, transfer -> transfer.cancel(reason, clock.instant()));
    }

    /** Refused like a new one, where its property or who is to receive has been put away meanwhile. */
    public Mono<Versioned<Transfer>> reschedule(TransferId id, long expected, LocalDate day) {
        return transactions.inFirmAgain(calendar.today()
                .flatMap(today -> change(id, expected, transfer -> transfer.reschedule(day, today)))
                .delayUntil(moved -> closedEntries.refuse(
                        moved.value().deed().property(),
                        moved.value().handover().receivers())));
    }

    private Mono<Versioned<Transfer>> change(
            TransferId id, long expected, Function<Transfer, Outcome<Transfer, TransferEvent>> decide) {
        return transactions.inFirmAgain(transfers
                .hold(id)
                .filter(transfer -> transfer.version() == expected)
                .switchIfEmpty(Mono.error(StaleVersion::new))
                .flatMap(transfer -> keepTransfers.changed(transfer, decide.apply(transfer.value()))));
    }
}
