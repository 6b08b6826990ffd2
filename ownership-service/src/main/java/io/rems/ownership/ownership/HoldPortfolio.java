package io.rems.ownership.ownership;

import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.platform.database.Transactions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Changes all that an owner holds in one transaction: first the properties are locked in order of id, then the owners.
 * What was given to him in between is seen, and it begins anew.
 */
@Component
public class HoldPortfolio {

    private static final int ATTEMPTS = 5;

    private final Transactions transactions;
    private final HeldProperties held;
    private final Ownerships ownerships;

    HoldPortfolio(Transactions transactions, HeldProperties held, Ownerships ownerships) {
        this.transactions = transactions;
        this.held = held;
        this.ownerships = ownerships;
    }

    /**
     * @param from without it all that he ever held is meant
     * @param others who else must stay as he is
     */
    public <T> Mono<T> within(
            UUID owner, @Nullable LocalDate from, List<UUID> others, Function<List<PropertyId>, Mono<T>> work) {
        return transactions
                .inFirmAgain(held.of(owner, from)
                        .flatMap(properties -> locked(owner, from, others, properties))
                        .flatMap(work))
                .retryWhen(Retry.max(ATTEMPTS).filter(Grown.class::isInstance));
    }

    private Mono<List<PropertyId>> locked(
            UUID owner, @Nullable LocalDate from, List<UUID> others, List<PropertyId> properties) {
        var owners = new ArrayList<>(others);
        owners.add(owner);
        return Flux.fromIterable(properties)
                .concatMap(ownerships::toChange)
                .then(held.lockOwners(owners))
                .then(held.of(owner, from))
                .flatMap(now -> properties.containsAll(now) ? Mono.just(now) : Mono.error(Grown::new));
    }

    /** He was given something else meanwhile. */
    @SuppressWarnings("serial")
    private static final class Grown extends RuntimeException {}
}
