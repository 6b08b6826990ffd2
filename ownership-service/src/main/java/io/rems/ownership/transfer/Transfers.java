package io.rems.ownership.transfer;

import io.rems.ownership.transfer.domain.Transfer;
import io.rems.ownership.transfer.domain.TransferId;
import io.rems.platform.Versioned;
import io.rems.platform.work.Due;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** The transfers of a firm. */
public interface Transfers {

    /** Fails with {@code RequestRefused} where the firm has a transfer of this id. */
    Mono<Versioned<Transfer>> add(Transfer transfer, Instant at);

    /**
     * Until the transaction ends, others who want to change it wait; fails with {@code NotFound}. An owner who was merged
     * into another one is read as that one.
     */
    Mono<Versioned<Transfer>> hold(TransferId id);

    /** What a transfer that is held has become. */
    Mono<Versioned<Transfer>> save(Versioned<Transfer> transfer);

    /** Some of those whose day has come in their firm's time zone, of any firm. */
    Mono<List<Due>> due(Instant now);

    /** Takes a scheduled one until the end of the transaction; false where another replica has it, or it is gone. */
    Mono<Boolean> claim(TransferId id);
}
