package io.rems.firm.invitation;

import io.rems.firm.assignment.AcceptAssignments;
import io.rems.firm.password.Door;
import io.rems.firm.password.Line;
import io.rems.firm.password.PasswordPolicy;
import io.rems.firm.password.Passwords;
import io.rems.firm.token.OneTimeTokens;
import io.rems.firm.token.Purpose;
import io.rems.firm.token.Secret;
import io.rems.firm.user.Language;
import io.rems.firm.user.PortalUser;
import io.rems.firm.user.RecordUser;
import io.rems.firm.user.UserEvent;
import io.rems.firm.user.UserStatus;
import io.rems.firm.user.Users;
import io.rems.platform.access.Actor;
import io.rems.platform.access.Caller;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.access.FirmId;
import io.rems.platform.problem.RequestRefused;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes an invited person a user, with a password of his own. Hashes between two transactions, for no connection may be held meanwhile. */
@Component
class AcceptInvitation {
    private final Door door;
    private final Line line;
    private final OneTimeTokens tokens;
    private final Users users;
    private final RecordUser recordUser;
    private final AcceptAssignments acceptAssignments;
    private final PasswordPolicy policy;
    private final Passwords passwords;
    private final Clock clock;

    AcceptInvitation(
            Door door,
            Line line,
            OneTimeTokens tokens,
            Users users,
            RecordUser recordUser,
            AcceptAssignments acceptAssignments,
            PasswordPolicy policy,
            Passwords passwords,
            Clock clock) {
        this.door = door;
        this.line = line;
        this.tokens = tokens;
        this.users = users;
        this.recordUser = recordUser;
        this.acceptAssignments = acceptAssignments;
        this.policy = policy;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** What somebody says of himself when he comes; what he leaves out stays as it was said of him. */
    record Answer(
            String password,
            @Nullable String name,
            @Nullable Language language) {}

    Mono<Void> accept(Secret secret, Answer answer) {
        return door.acrossFirms(tokens.check(secret, Purpose.INVITATION, clock.instant())
                        .flatMap(token -> users.byId(token.user()))
                        .zipWhen(users::wordsOf))
                .flatMap(found -> policy.require("password", answer.password(), found.getT2())
                        .then(line.turn(passwords.hash(answer.password())))
                        .flatMap(hash -> door.acrossFirms(settled(secret, answer, hash, clock.instant())))
                        .contextWrite(context -> CurrentCaller.with(
                                context, himself(found.getT1().id()))))
                .then();
    }

    private Mono<PortalUser> settled(Secret secret, Answer answer, String hash, Instant now) {
        return tokens.take(secret, Purpose.INVITATION, now)
                .flatMap(token -> users.locked(token.user()))
                .filter(user -> user.status() == UserStatus.INVITED)
                .switchIfEmpty(Mono.error(() -> new RequestRefused(InvitationRefusal.NOT_INVITED)))
                .flatMap(user -> users.setPassword(user.id(), hash, now)
                        .then(recordUser.record(arrived(user, answer), UserEvent.Activated::new)))
                .delayUntil(user -> acceptAssignments.all(user.id()));
    }

    private static PortalUser arrived(PortalUser user, Answer answer) {
        return user.withProfile(
                        Objects.requireNonNullElse(answer.name(), user.name()),
                        user.phone(),
                        Objects.requireNonNullElse(answer.language(), user.language()))
                .withStatus(UserStatus.ACTIVE);
    }

    private static Caller himself(UUID user) {
        return Caller.acting(Actor.user(user), FirmId.PLATFORM);
    }
}
