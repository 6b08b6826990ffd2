package io.rems.firm.signin;

import io.rems.firm.password.Door;
import io.rems.firm.signin.Sessions.Presented;
import io.rems.firm.signin.domain.EndReason;
import io.rems.firm.signin.domain.RefreshToken;
import io.rems.firm.signin.domain.Session.Renewal.Continued;
import io.rems.firm.signin.domain.Session.Renewal.Refused;
import io.rems.firm.signin.domain.Session.Renewal.Stolen;
import io.rems.platform.access.Actor;
import io.rems.platform.access.Caller;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.access.FirmId;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Takes a refresh token for the next pair. One that was taken before ends the session: it, or its successor, has been
 * stolen. The rule is strict: two at the same instant count as theft too, for a thief's race looks no different.
 */
@Component
public class RenewSession {
    private static final Caller ITSELF = Caller.acting(Actor.service("firm"), FirmId.PLATFORM);

    private final Door door;
    private final Sessions sessions;
    private final IssueTokens issueTokens;
    private final EndSessions endSessions;
    private final Clock clock;

    RenewSession(Door door, Sessions sessions, IssueTokens issueTokens, EndSessions endSessions, Clock clock) {
        this.door = door;
        this.sessions = sessions;
        this.issueTokens = issueTokens;
        this.endSessions = endSessions;
        this.clock = clock;
    }

    public Mono<Tokens> renew(RefreshToken token) {
        return door.acrossFirms(sessions.presented(token).flatMap(found -> decide(token, found, clock.instant())))
                .contextWrite(context -> CurrentCaller.with(context, ITSELF))
                .switchIfEmpty(Mono.error(SignInRefused::refreshToken));
    }

    private Mono<Tokens> decide(RefreshToken token, Presented presented, Instant now) {
        var session = presented.session();
        return switch (session.renew(presented.tokenSpent(), presented.userActive(), now)) {
            case Continued(var open) -> sessions.spend(token, open, now).then(issueTokens.issue(open, now));
            case Stolen _ -> endSessions.end(session, EndReason.TOKEN_REUSED).then(Mono.empty());
            case Refused _ -> Mono.empty();
        };
    }
}
