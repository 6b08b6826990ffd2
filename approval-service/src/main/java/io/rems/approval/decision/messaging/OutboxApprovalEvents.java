package io.rems.approval.decision.messaging;

import io.rems.approval.decision.ApprovalEvents;
import io.rems.approval.decision.domain.ApprovalEvent;
import io.rems.approval.timeline.ExpenseLog;
import io.rems.platform.Versioned;
import io.rems.platform.events.Message;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class OutboxApprovalEvents implements ApprovalEvents {

    private final ExpenseLog log;

    OutboxApprovalEvents(ExpenseLog log) {
        this.log = log;
    }

    @Override
    public Mono<Void> append(List<Versioned<List<ApprovalEvent>>> events) {
        return log.append(
                events.stream().flatMap(OutboxApprovalEvents::messages).toList());
    }

    private static Stream<Message> messages(Versioned<List<ApprovalEvent>> events) {
        return IntStream.range(0, events.value().size())
                .mapToObj(i -> ApprovalContract.message(events.value().get(i), events.version() + 1 + i));
    }
}
