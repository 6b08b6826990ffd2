package io.rems.firm.signin.web;

import io.rems.firm.signin.Sessions;
import io.rems.platform.access.ServiceOnly;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.NotFound;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells the gateway which sessions are open, while it cannot hear of those that end. */
@RestController
@RequestMapping("/api/v1/internal/sessions")
class SessionController {
    private final Transactions transactions;
    private final Sessions sessions;

    SessionController(Transactions transactions, Sessions sessions) {
        this.transactions = transactions;
        this.sessions = sessions;
    }

    record OpenSession(UUID sessionId) {}

    @GetMapping("/{id}")
    @ServiceOnly("gateway")
    Mono<OpenSession> open(@PathVariable UUID id) {
        return transactions
                .acrossFirms(sessions.isOpen(id))
                .filter(open -> open)
                .map(_ -> new OpenSession(id))
                .switchIfEmpty(Mono.error(() -> new NotFound("open session", id)));
    }
}
