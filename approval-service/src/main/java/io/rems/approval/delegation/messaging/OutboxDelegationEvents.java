package io.rems.approval.delegation.messaging;

import io.rems.approval.delegation.DelegationEvents;
import io.rems.approval.delegation.Names;
import io.rems.approval.delegation.domain.DelegationEvent;
import io.rems.platform.events.Outbox;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class OutboxDelegationEvents implements DelegationEvents {

    private final Names names;
    private final Outbox outbox;

    OutboxDelegationEvents(Names names, Outbox outbox) {
        this.names = names;
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> append(long version, List<DelegationEvent> events) {
        return names.of(events.getFirst().delegation())
                .flatMap(known -> outbox.append(IntStream.range(0, events.size())
                        .mapToObj(i -> DelegationMessage.of(events.get(i), known, version + 1 + i))
                        .toList()));
    }
}
