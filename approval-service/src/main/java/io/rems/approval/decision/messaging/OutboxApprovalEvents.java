package io.rems.approval.decision.messaging;

import io.rems.approval.decision.ApprovalEvents;
import io.rems.approval.decision.domain.ApprovalEvent;
import io.rems.approval.timeline.ExpenseLog;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class OutboxApprovalEvents implements ApprovalEvents {

    private final ExpenseLog log;

    OutboxApprovalEvents(ExpenseLog log) {
        this.log = log;
    }

    @Override
    public Mono<Void> append(long version, List<ApprovalEvent> events) {
        return log.append(IntStream.range(0, events.size())
                .mapToObj(i -> ApprovalContract.message(events.get(i), version + 1 + i))
                .toList());
    }
}
