package io.rems.firm.signin;

import io.rems.firm.signin.domain.Session;
import io.rems.firm.signin.domain.SignInEvent;
import io.rems.firm.signin.domain.SignInMethod;
import io.rems.platform.Identifiers;
import io.rems.platform.access.Actor;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Client;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.access.FirmId;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Signs a user in who has proved who he is, in whatever way: the one place where sessions begin. */
@Component
public class StartSession {
    private final Sessions sessions;
    private final SignInRecords records;
    private final PublishSignIn publish;
    private final IssueTokens issueTokens;
    private final SignInSettings settings;

    StartSession(
            Sessions sessions,
            SignInRecords records,
            PublishSignIn publish,
            IssueTokens issueTokens,
            SignInSettings settings) {
        this.sessions = sessions;
        this.records = records;
        this.publish = publish;
        this.issueTokens = issueTokens;
        this.settings = settings;
    }

    /** Runs in the open transaction across firms, in the user's own name. */
    public Mono<Tokens> start(UUID user, SignInMethod method, Client client, Instant now) {
        var session = new Session.Open(Identifiers.next(), user, now.plus(settings.sessionLife()));
        return sessions.open(session, method, client, now)
                .then(records.succeeded(session, method, client, now))
                .then(publish.event(new SignInEvent.SignedIn(user, session.id(), method)))
                .then(issueTokens.issue(session, now))
                .contextWrite(context -> CurrentCaller.with(context, Caller.acting(Actor.user(user), FirmId.PLATFORM)));
    }
}
