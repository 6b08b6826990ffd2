package io.rems.platform.events;

import io.rems.platform.access.FirmId;
import io.rems.platform.database.Transactions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** What one command has committed that must be published before it is answered; it travels in the Reactor context. */
final class AwaitedEvents {
    private final List<Id> committed = new CopyOnWriteArrayList<>();

    /** The key of a row of the outbox. */
    record Id(UUID firm, UUID event) {}

    /** Notes the event once the open transaction has committed; where nobody is to be answered, nothing. */
    static Mono<Void> add(FirmId firm, UUID event, Transactions transactions) {
        return Mono.deferContextual(context -> in(context)
                .map(awaited -> transactions.afterCommit(() -> awaited.committed.add(new Id(firm.value(), event))))
                .orElseGet(Mono::empty));
    }

    private static Optional<AwaitedEvents> in(ContextView context) {
        return context.getOrEmpty(AwaitedEvents.class);
    }

    List<Id> committed() {
        return List.copyOf(committed);
    }
}
