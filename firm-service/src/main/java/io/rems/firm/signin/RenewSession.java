package io.rems.firm.signin;

import io.rems.firm.signin.Sessions.Presented;
import io.rems.firm.signin.domain.RefreshToken;
import io.rems.firm.signin.domain.Session;
import io.rems.firm.signin.domain.SignInEvent;
import io.rems.platform.access.Actor;
import io.rems.platform.access.Caller;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes a refresh token for the next pair. One that was taken before ends the session: it has been stolen. */
@Component
public class RenewSession {
    private static final Caller ITSELF = Caller.acting(Actor.service("firm"), FirmId.PLATFORM);

    private final Transactions transactions;
    private final Sessions sessions;
    private final IssueTokens issueTokens;
    private final SignInMessages messages;
    private final Outbox outbox;
    private final Clock clock;

    RenewSession(
            Transactions transactions,
            Sessions sessions,
            IssueTokens issueTokens,
            SignInMessages messages,
            Outbox outbox,
            Clock clock) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.issueTokens = issueTokens;
        this.messages = messages;
        this.outbox = outbox;
        this.clock = clock;
    }

    public Mono<Tokens> renew(RefreshToken token) {
        return transactions
                .acrossFirms(sessions.presented(token).flatMap(found -> decide(token, found, clock.instant())))
                .contextWrite(context -> CurrentCaller.with(context, ITSELF))
                .switchIfEmpty(Mono.error(SignInRefused::refreshToken));
    }

    private Mono<Tokens> decide(RefreshToken token, Presented presented, Instant now) {
        var session = presented.session();
        return switch (session.renew(presented.tokenSpent(), presented.userActive(), now)) {
            case CONTINUED -> sessions.spend(token, now).then(issueTokens.issue(session, now));
            case STOLEN -> revoke(session, now).then(Mono.empty());
            case REFUSED -> Mono.empty();
        };
    }

    private Mono<Void> revoke(Session session, Instant now) {
        var revoked = messages.of(new SignInEvent.SessionRevoked(session.user(), session.id()));
        return sessions.end(session, now).then(outbox.appendFor(FirmId.PLATFORM, List.of(revoked)));
    }
}
