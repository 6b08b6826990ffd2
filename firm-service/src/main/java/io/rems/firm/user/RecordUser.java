package io.rems.firm.user;

import io.rems.platform.access.FirmId;
import io.rems.platform.events.Outbox;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The common end of what is done to a login: its next version and the event, in the open transaction across firms. */
@Component
public class RecordUser {
    private final Users users;
    private final Outbox outbox;

    RecordUser(Users users, Outbox outbox) {
        this.users = users;
        this.outbox = outbox;
    }

    public Mono<PortalUser> record(PortalUser changed, Function<PortalUser, UserEvent> event) {
        return users.change(changed)
                .flatMap(stored -> publish(event.apply(stored)).thenReturn(stored));
    }

    public Mono<Void> publish(UserEvent event) {
        return outbox.appendFor(FirmId.PLATFORM, List.of(UserMessages.of(event)));
    }
}
