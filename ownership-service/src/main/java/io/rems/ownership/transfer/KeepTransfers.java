package io.rems.ownership.transfer;

import io.rems.ownership.transfer.domain.Transfer;
import io.rems.ownership.transfer.domain.TransferEvent;
import io.rems.platform.Outcome;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.Outcome.Refused;
import io.rems.platform.Versioned;
import io.rems.platform.problem.RequestRefused;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes what a transfer has become, and tells it, in the open transaction. */
@Component
class KeepTransfers {

    private final Transfers transfers;
    private final TransferEvents events;
    private final Clock clock;

    KeepTransfers(Transfers transfers, TransferEvents events, Clock clock) {
        this.transfers = transfers;
        this.events = events;
        this.clock = clock;
    }

    Mono<Versioned<Transfer>> begun(Outcome<Transfer, TransferEvent> outcome) {
        return switch (outcome) {
            case Accepted(var transfer, var happened) ->
                transfers.add(transfer, clock.instant()).flatMap(kept -> told(kept, happened));
            case Refused(var refusal) -> Mono.error(() -> new RequestRefused(refusal));
        };
    }

    Mono<Versioned<Transfer>> changed(Versioned<Transfer> before, Outcome<Transfer, TransferEvent> outcome) {
        return switch (outcome) {
            case Accepted(var transfer, var happened) ->
                transfers.save(before.with(transfer)).flatMap(kept -> told(kept, happened));
            case Refused(var refusal) -> Mono.error(() -> new RequestRefused(refusal));
        };
    }

    private Mono<Versioned<Transfer>> told(Versioned<Transfer> kept, List<TransferEvent> happened) {
        return events.append(kept.version(), happened).thenReturn(kept);
    }
}
