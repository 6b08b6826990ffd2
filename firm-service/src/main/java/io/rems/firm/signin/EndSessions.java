package io.rems.firm.signin;

import io.rems.firm.password.Door;
import io.rems.firm.signin.domain.EndReason;
import io.rems.firm.signin.domain.RefreshToken;
import io.rems.firm.signin.domain.Session;
import io.rems.firm.user.UserSessions;
import io.rems.platform.access.Actor;
import io.rems.platform.access.Caller;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Ends sessions before their time; the event that tells of it closes the gateway to their access tokens. */
@Component
public class EndSessions implements UserSessions {
    private final Transactions transactions;
    private final Door door;
    private final Sessions sessions;
    private final PublishSignIn publish;
    private final Clock clock;

    EndSessions(Transactions transactions, Door door, Sessions sessions, PublishSignIn publish, Clock clock) {
        this.transactions = transactions;
        this.door = door;
        this.sessions = sessions;
        this.publish = publish;
        this.clock = clock;
    }

    /** Signs out where the token is from. A token that is nobody's, or of an ended session, needs nothing more. */
    public Mono<Void> signOut(RefreshToken token) {
        return door.acrossFirms(sessions.presented(token)
                .flatMap(presented -> end(presented.session(), EndReason.SIGNED_OUT)
                        .contextWrite(context -> CurrentCaller.with(
                                context,
                                Caller.acting(Actor.user(presented.session().user()), FirmId.PLATFORM)))));
    }

    public Mono<Void> signOutEverywhere(UUID user) {
        return transactions.acrossFirms(all(user, null, EndReason.SIGNED_OUT_EVERYWHERE));
    }

    public Mono<Void> one(UUID user, UUID session) {
        return transactions.acrossFirms(sessions.ofUser(user, session)
                .filter(Session.Open.class::isInstance)
                .switchIfEmpty(Mono.error(() -> new NotFound("sign-in", session)))
                .flatMap(found -> end(found, EndReason.ENDED_BY_USER)));
    }

    @Override
    public Mono<Void> end(UUID user, @Nullable UUID spared, Cause cause) {
        return all(
                user,
                spared,
                switch (cause) {
                    case PASSWORD_CHANGED -> EndReason.PASSWORD_CHANGED;
                    case PASSWORD_RESET -> EndReason.PASSWORD_RESET;
                    case EMAIL_CHANGED -> EndReason.EMAIL_CHANGED;
                    case USER_DISABLED -> EndReason.USER_DISABLED;
                });
    }

    Mono<Void> end(Session session, EndReason reason) {
        return Mono.justOrEmpty(session.end(reason))
                .flatMap(event -> sessions.end(session, reason, clock.instant()).then(publish.event(event)));
    }

    private Mono<Void> all(UUID user, @Nullable UUID spared, EndReason reason) {
        return sessions.openOf(user)
                .flatMapMany((List<Session> open) -> Flux.fromIterable(open))
                .filter(session -> !session.id().equals(spared))
                .concatMap(session -> end(session, reason))
                .then();
    }
}
