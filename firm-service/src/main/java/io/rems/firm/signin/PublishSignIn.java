package io.rems.firm.signin;

import io.rems.firm.signin.domain.SignInEvent;
import io.rems.platform.access.FirmId;
import io.rems.platform.events.Outbox;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Appends what happened to the outbox; it is of no firm, for a user works in several. */
@Component
class PublishSignIn {
    private final SignInMessages messages;
    private final Outbox outbox;

    PublishSignIn(SignInMessages messages, Outbox outbox) {
        this.messages = messages;
        this.outbox = outbox;
    }

    Mono<Void> event(SignInEvent event) {
        return outbox.appendFor(FirmId.PLATFORM, List.of(messages.of(event)));
    }
}
