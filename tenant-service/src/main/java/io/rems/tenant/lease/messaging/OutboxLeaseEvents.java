package io.rems.tenant.lease.messaging;

import io.rems.platform.events.Message;
import io.rems.platform.events.Outbox;
import io.rems.tenant.lease.LeaseEvents;
import io.rems.tenant.lease.domain.LeaseEvent;
import io.rems.tenant.lease.domain.LeaseEvent.LeaseActivated;
import io.rems.tenant.lease.domain.LeaseEvent.LeaseDrafted;
import io.rems.tenant.lease.domain.LeaseEvent.LeaseEnded;
import io.rems.tenant.lease.domain.LeaseEvent.LeaseTerminated;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class OutboxLeaseEvents implements LeaseEvents {

    private static final String TERM_OVER = "The lease ran to its last day";

    private final Outbox outbox;

    OutboxLeaseEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> append(List<LeaseEvent> events, long version) {
        return outbox.append(IntStream.range(0, events.size())
                .mapToObj(i -> message(events.get(i), version + i + 1))
                .toList());
    }

    private static Message message(LeaseEvent event, long version) {
        return switch (event) {
            case LeaseDrafted(var terms) ->
                new Message("rems.tenant.LeaseDrafted.v1", terms.id().value(), version, LeaseSignedV1.of(terms));
            case LeaseActivated(var terms) ->
                new Message("rems.tenant.LeaseActivated.v1", terms.id().value(), version, LeaseSignedV1.of(terms));
            case LeaseEnded(var terms) ->
                new Message(
                        "rems.tenant.LeaseEnded.v1",
                        terms.id().value(),
                        version,
                        LeaseOverV1.of(terms, terms.period().to(), TERM_OVER));
            case LeaseTerminated(var terms, var on, var reason) ->
                new Message(
                        "rems.tenant.LeaseTerminated.v1",
                        terms.id().value(),
                        version,
                        LeaseOverV1.of(terms, on, reason));
        };
    }
}
