package io.rems.approval.expense.messaging;

import io.rems.approval.expense.Comment;
import io.rems.approval.expense.ExpenseEvents;
import io.rems.approval.expense.ExpenseView;
import io.rems.approval.expense.domain.ExpenseEvent;
import io.rems.approval.timeline.ExpenseLog;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.events.Message;
import io.rems.platform.events.Outbox;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class OutboxExpenseEvents implements ExpenseEvents {

    private final ExpenseLog log;
    private final Outbox outbox;

    OutboxExpenseEvents(ExpenseLog log, Outbox outbox) {
        this.log = log;
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> append(long version, List<ExpenseEvent> events) {
        return messages(version, events).flatMap(log::append);
    }

    @Override
    public Mono<Void> tell(long version, List<ExpenseEvent> events) {
        return messages(version, events).flatMap(outbox::append);
    }

    @Override
    public Mono<Void> commented(ExpenseView expense, Comment comment) {
        return log.note(expense.id(), ApprovalCommented.of(expense, comment));
    }

    private static Mono<List<Message>> messages(long version, List<ExpenseEvent> events) {
        return CurrentCaller.get()
                .map(caller -> IntStream.range(0, events.size())
                        .mapToObj(i -> ExpenseMessage.of(
                                events.get(i), version + 1 + i, caller.actor().id()))
                        .toList());
    }
}
