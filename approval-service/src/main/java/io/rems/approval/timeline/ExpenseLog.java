package io.rems.approval.timeline;

import io.rems.platform.events.Message;
import io.rems.platform.events.Outbox;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where the events of expenses go: told to others and kept for the expense's own timeline, in one transaction. */
@Component
public class ExpenseLog {

    private final Outbox outbox;
    private final R2dbcTimelines timelines;

    ExpenseLog(Outbox outbox, R2dbcTimelines timelines) {
        this.outbox = outbox;
        this.timelines = timelines;
    }

    public Mono<Void> append(List<Message> messages) {
        return outbox.append(messages).then(timelines.add(messages));
    }

    /** What happened to something that belongs to an expense, of which it changes nothing. */
    public Mono<Void> note(UUID expense, Message message) {
        return outbox.append(List.of(message)).then(timelines.add(expense, message));
    }
}
