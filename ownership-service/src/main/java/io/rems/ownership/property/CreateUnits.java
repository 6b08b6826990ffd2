package io.rems.ownership.property;

import io.rems.platform.database.Transactions;
import io.rems.platform.events.Outbox;
import io.rems.platform.problem.RequestRefused;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Creates the units of a building at once: all of them with their events in one transaction, or none. */
@Component
class CreateUnits {

    private final Transactions transactions;
    private final Properties properties;
    private final R2dbcUnits units;
    private final Outbox outbox;

    CreateUnits(Transactions transactions, Properties properties, R2dbcUnits units, Outbox outbox) {
        this.transactions = transactions;
        this.properties = properties;
        this.units = units;
        this.outbox = outbox;
    }

    /** What would be created, and what stands in the way; leaves no trace. */
    record Plan(int count, List<String> numbers, List<String> taken) {}

    Mono<Plan> plan(UUID property, BulkRequest request) {
        var numbers = request.numbers();
        return transactions.inFirm(properties
                .open(property)
                .then(units.taken(property, numbers))
                .map(taken -> new Plan(numbers.size(), numbers, within(numbers, new HashSet<>(taken)))));
    }

    Mono<List<Unit>> create(UUID property, BulkRequest request) {
        var all = request.in(property);
        return transactions.inFirm(properties
                .open(property)
                .then(units.addAll(property, all, request.features()))
                .flatMap(added -> added.size() == all.size() ? announce(all) : Mono.error(() -> taken(all, added)))
                .thenReturn(all));
    }

    private Mono<Void> announce(List<Unit> all) {
        return outbox.append(all.stream().map(UnitEvents::registered).toList());
    }

    private static RequestRefused taken(List<Unit> all, List<String> added) {
        var free = new HashSet<>(added);
        return new RequestRefused(new NumbersTaken(all.stream()
                .map(Unit::number)
                .filter(number -> !free.contains(number))
                .toList()));
    }

    private static List<String> within(List<String> numbers, HashSet<String> some) {
        return numbers.stream().filter(some::contains).toList();
    }
}
