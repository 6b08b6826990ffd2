package io.rems.firm.signin.web;

import io.rems.firm.signin.EndSessions;
import io.rems.firm.signin.OwnSignIn;
import io.rems.firm.signin.Sessions;
import io.rems.firm.signin.SignInRecord;
import io.rems.firm.signin.SignInRecords;
import io.rems.firm.signin.domain.SignInMethod;
import io.rems.platform.access.AnyCaller;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Client;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.AnsweredOncePublished;
import io.rems.platform.problem.PermissionDenied;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Where the caller is signed in, and what happened at his sign-ins. */
@RestController
@RequestMapping("/api/v1/me")
class OwnSessionsController {
    private final Transactions transactions;
    private final Sessions sessions;
    private final SignInRecords records;
    private final EndSessions endSessions;
    private final Clock clock;

    OwnSessionsController(
            Transactions transactions, Sessions sessions, SignInRecords records, EndSessions endSessions, Clock clock) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.records = records;
        this.endSessions = endSessions;
        this.clock = clock;
    }

    /** {@code current} is the one in which this was asked. */
    record SessionView(
            UUID id,
            SignInMethod method,
            @Nullable String address,
            @Nullable String agent,
            Instant startedAt,
            Instant lastUsedAt,
            Instant expiresAt,
            boolean current) {

        static SessionView of(OwnSignIn session, @Nullable UUID current) {
            return new SessionView(
                    session.id(),
                    session.method(),
                    session.address(),
                    session.agent(),
                    session.startedAt(),
                    session.lastUsedAt(),
                    session.expiresAt(),
                    session.id().equals(current));
        }
    }

    @GetMapping("/sessions")
    @AnyCaller
    Mono<Page<SessionView>> sessions(Caller caller, Client client, ListQuery query) {
        return transactions
                .acrossFirms(sessions.pageOfOpen(user(caller), clock.instant(), query))
                .map(page -> page.map(session -> SessionView.of(session, client.session())));
    }

    @DeleteMapping("/sessions")
    @AnsweredOncePublished
    @AnyCaller
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> signOutEverywhere(Caller caller) {
        return endSessions.signOutEverywhere(user(caller));
    }

    @DeleteMapping("/sessions/{id}")
    @AnsweredOncePublished
    @AnyCaller
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> end(@PathVariable UUID id, Caller caller) {
        return endSessions.one(user(caller), id);
    }

    @GetMapping("/sign-ins")
    @AnyCaller
    Mono<Page<SignInRecord>> signIns(Caller caller, ListQuery query) {
        return transactions.acrossFirms(records.page(user(caller), query));
    }

    private static UUID user(Caller caller) {
        if (caller.userId() == null) {
            throw new PermissionDenied("Only a person signs in.");
        }
        return caller.userId();
    }
}
