package io.rems.firm.account;

import io.rems.firm.assignment.FirmsLeftAlone;
import io.rems.firm.token.OneTimeTokens;
import io.rems.firm.user.PortalUser;
import io.rems.firm.user.RecordUser;
import io.rems.firm.user.UserEvent;
import io.rems.firm.user.UserSessions;
import io.rems.firm.user.UserStatus;
import io.rems.firm.user.Users;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.RequestRefused;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps somebody out of all of REMS, at once, or lets him in again. Nothing that he did or was is lost. */
@Component
class DisableUser {
    private final Transactions transactions;
    private final Users users;
    private final RecordUser recordUser;
    private final UserSessions sessions;
    private final OneTimeTokens tokens;
    private final FirmsLeftAlone firmsLeftAlone;
    private final Clock clock;

    DisableUser(
            Transactions transactions,
            Users users,
            RecordUser recordUser,
            UserSessions sessions,
            OneTimeTokens tokens,
            FirmsLeftAlone firmsLeftAlone,
            Clock clock) {
        this.transactions = transactions;
        this.users = users;
        this.recordUser = recordUser;
        this.sessions = sessions;
        this.tokens = tokens;
        this.firmsLeftAlone = firmsLeftAlone;
        this.clock = clock;
    }

    /** @param forced even if firms are left without an administrator; never without one of the platform */
    Mono<PortalUser> disable(UUID id, @Nullable UUID by, @Nullable String reason, boolean forced) {
        if (id.equals(by)) {
            return Mono.error(new RequestRefused(AccountRefusal.OWN_ACCOUNT));
        }
        return transactions.acrossFirms(users.lockAdministrators()
                .then(users.locked(id))
                .filter(user -> user.status() != UserStatus.DISABLED)
                .switchIfEmpty(Mono.error(() -> new RequestRefused(AccountRefusal.ALREADY_DISABLED)))
                .filterWhen(this::isNotTheLastAdministrator)
                .switchIfEmpty(Mono.error(() -> new RequestRefused(AccountRefusal.LAST_ADMINISTRATOR)))
                .delayUntil(user -> forced ? Mono.empty() : requireAdministratorsWithout(user))
                .flatMap(user -> disabled(user, reason)));
    }

    private Mono<Void> requireAdministratorsWithout(PortalUser user) {
        return firmsLeftAlone
                .without(user.id(), clock.instant())
                .filter(alone -> !alone.isEmpty())
                .flatMap(alone -> Mono.error(new RequestRefused(new LeavesFirmsAlone(alone))));
    }

    Mono<PortalUser> enable(UUID id) {
        return transactions.acrossFirms(users.locked(id)
                .filter(user -> user.status() == UserStatus.DISABLED)
                .switchIfEmpty(Mono.error(() -> new RequestRefused(AccountRefusal.NOT_DISABLED)))
                .flatMap(user -> users.statusBeforeDisabling(id).map(user::withStatus))
                .flatMap(user -> recordUser.record(user, UserEvent.Enabled::new)));
    }

    private Mono<PortalUser> disabled(PortalUser user, @Nullable String reason) {
        return tokens.revokeAll(user.id())
                .then(recordUser.record(
                        user.withStatus(UserStatus.DISABLED), stored -> new UserEvent.Disabled(stored, reason)))
                .flatMap(stored -> sessions.end(user.id(), null, UserSessions.Cause.USER_DISABLED)
                        .thenReturn(stored));
    }

    private Mono<Boolean> isNotTheLastAdministrator(PortalUser user) {
        return user.platformAdministrator() && user.status() == UserStatus.ACTIVE
                ? users.lockAdministrators().map(active -> active > 1)
                : Mono.just(true);
    }
}
