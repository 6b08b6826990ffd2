package io.rems.approval.decision.messaging;

import io.rems.approval.decision.ApprovalEvents;
import io.rems.approval.decision.domain.ApprovalEvent;
import io.rems.platform.events.Outbox;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class OutboxApprovalEvents implements ApprovalEvents {

    private final Outbox outbox;

    OutboxApprovalEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> append(long version, List<ApprovalEvent> events) {
        return outbox.append(IntStream.range(0, events.size())
                .mapToObj(i -> ApprovalMessage.of(events.get(i), version + 1 + i))
                .toList());
    }
}
