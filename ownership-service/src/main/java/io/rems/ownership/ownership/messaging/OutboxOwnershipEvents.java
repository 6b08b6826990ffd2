package io.rems.ownership.ownership.messaging;

import io.rems.ownership.ownership.OwnershipEvents;
import io.rems.ownership.ownership.domain.OwnershipEvent;
import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.platform.events.Message;
import io.rems.platform.events.Outbox;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class OutboxOwnershipEvents implements OwnershipEvents {

    private final Outbox outbox;

    OutboxOwnershipEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> append(
            PropertyId property, long version, OwnershipEvent event, OwnershipTimeline timeline, LocalDate today) {
        return outbox.append(
                List.of(Message.of(property.value(), version, OwnershipChanged.of(property, event, timeline, today))));
    }
}
