package io.rems.ownership.transfer;

import io.rems.ownership.firm.FirmCalendar;
import io.rems.ownership.ownership.ClosedEntries;
import io.rems.ownership.ownership.Ownerships;
import io.rems.ownership.ownership.domain.OwnershipEvent.SharesTransferred;
import io.rems.ownership.transfer.domain.Deed;
import io.rems.ownership.transfer.domain.Handover;
import io.rems.ownership.transfer.domain.Transfer;
import io.rems.platform.Versioned;
import io.rems.platform.database.Transactions;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets shares go from one holder to others: recorded at once, for whatever day, or planned for a day to come. */
@Component
public class TransferOwnership {

    private final Transactions transactions;
    private final Parties parties;
    private final Ownerships ownerships;
    private final CarryOut carryOut;
    private final KeepTransfers keepTransfers;
    private final ClosedEntries closedEntries;
    private final FirmCalendar calendar;
    private final Clock clock;

    TransferOwnership(
            Transactions transactions,
            Parties parties,
            Ownerships ownerships,
            CarryOut carryOut,
            KeepTransfers keepTransfers,
            ClosedEntries closedEntries,
            FirmCalendar calendar,
            Clock clock) {
        this.transactions = transactions;
        this.parties = parties;
        this.ownerships = ownerships;
        this.carryOut = carryOut;
        this.keepTransfers = keepTransfers;
        this.closedEntries = closedEntries;
        this.calendar = calendar;
        this.clock = clock;
    }

    public Mono<Versioned<Transfer>> transfer(NewTransfer asked) {
        return transactions.inFirmAgain(parties.handover(asked).flatMap(handover -> transfer(asked.deed(), handover)));
    }

    /** Whether it can take effect is looked at on its day; what is closed already is refused now. */
    public Mono<Versioned<Transfer>> schedule(NewTransfer asked) {
        return transactions.inFirmAgain(ownerships
                .toChange(asked.property())
                .then(Mono.zip(parties.handover(asked), calendar.today()))
                .delayUntil(_ -> closedEntries.refuse(asked.property(), asked.receivers()))
                .flatMap(found -> keepTransfers.begun(Transfer.schedule(asked.deed(), found.getT1(), found.getT2()))));
    }

    private Mono<Versioned<Transfer>> transfer(Deed deed, Handover handover) {
        return carryOut.on(
                        deed.property(),
                        timeline -> handover.forth(
                                timeline,
                                (superseded, recorded) ->
                                        new SharesTransferred(deed.id().value(), superseded, recorded, deed.reason())))
                .flatMap(done ->
                        keepTransfers.begun(Transfer.execute(deed, done.found(), done.ownership(), clock.instant())));
    }
}
