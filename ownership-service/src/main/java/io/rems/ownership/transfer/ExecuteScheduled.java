package io.rems.ownership.transfer;

import io.rems.ownership.ownership.domain.OwnershipEvent.SharesTransferred;
import io.rems.ownership.transfer.domain.Transfer;
import io.rems.ownership.transfer.domain.TransferId;
import io.rems.platform.Versioned;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.RequestRefused;
import io.rems.platform.work.Due;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lets scheduled transfers take effect when their day has come, for that day, however late it is looked at. Claim,
 * shares, state and events are one transaction: whatever crashes and however many replicas run, it happens once.
 */
@Component
class ExecuteScheduled {

    private final Transfers transfers;
    private final CarryOut carryOut;
    private final KeepTransfers keepTransfers;
    private final Transactions transactions;
    private final Clock clock;

    ExecuteScheduled(
            Transfers transfers,
            CarryOut carryOut,
            KeepTransfers keepTransfers,
            Transactions transactions,
            Clock clock) {
        this.transfers = transfers;
        this.carryOut = carryOut;
        this.keepTransfers = keepTransfers;
        this.transactions = transactions;
        this.clock = clock;
    }

    Mono<List<Due>> due() {
        return Mono.defer(() -> transfers.due(clock.instant()));
    }

    Mono<Void> execute(Due due) {
        var id = new TransferId(due.id());
        return transactions.inFirm(transfers
                .claim(id)
                .filter(claimed -> claimed)
                .flatMap(_ -> transfers.hold(id))
                .flatMap(this::execute)
                .then());
    }

    /** What the rules refuse was refused before anything was written: the transaction goes on to say so. */
    private Mono<Versioned<Transfer>> execute(Versioned<Transfer> planned) {
        var transfer = planned.value();
        var deed = transfer.deed();
        return carryOut.on(
                        deed.property(),
                        timeline -> transfer.handover()
                                .forth(
                                        timeline,
                                        (superseded, recorded) -> new SharesTransferred(
                                                deed.id().value(), superseded, recorded, deed.reason())))
                .map(done -> transfer.execute(done.found(), done.ownership(), clock.instant()))
                .onErrorResume(
                        RequestRefused.class, refused -> Mono.just(transfer.fail(refused.refusal(), clock.instant())))
                .flatMap(outcome -> keepTransfers.changed(planned, outcome));
    }
}
