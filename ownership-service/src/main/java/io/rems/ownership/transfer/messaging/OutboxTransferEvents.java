package io.rems.ownership.transfer.messaging;

import io.rems.ownership.transfer.TransferEvents;
import io.rems.ownership.transfer.domain.TransferEvent;
import io.rems.platform.events.Outbox;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class OutboxTransferEvents implements TransferEvents {

    private final Outbox outbox;

    OutboxTransferEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> append(long version, List<TransferEvent> events) {
        return outbox.append(
                events.stream().map(event -> TransferMessage.of(event, version)).toList());
    }
}
