package io.rems.firm.account;

import io.rems.firm.mail.Template;
import io.rems.firm.signin.FailedAttempts;
import io.rems.firm.user.PortalUser;
import io.rems.firm.user.RecordUser;
import io.rems.firm.user.UserEvent;
import io.rems.firm.user.UserSessions;
import io.rems.firm.user.UserStatus;
import io.rems.firm.user.Users;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.RequestRefused;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Helps a user who cannot get in, or whose password should not be trusted any more. A firm's administrators may do it for
 * logins that are their firm's alone: another firm must not be surprised.
 */
@Component
class CareForUser {
    private final Transactions transactions;
    private final Users users;
    private final R2dbcReach reach;
    private final RecordUser recordUser;
    private final UserSessions sessions;
    private final FailedAttempts failedAttempts;
    private final AccountMail mail;
    private final Clock clock;

    CareForUser(
            Transactions transactions,
            Users users,
            R2dbcReach reach,
            RecordUser recordUser,
            UserSessions sessions,
            FailedAttempts failedAttempts,
            AccountMail mail,
            Clock clock) {
        this.transactions = transactions;
        this.users = users;
        this.reach = reach;
        this.recordUser = recordUser;
        this.sessions = sessions;
        this.failedAttempts = failedAttempts;
        this.mail = mail;
        this.clock = clock;
    }

    /** {@link FirmId#PLATFORM}: any user, as the operator of REMS may. */
    Mono<Void> unlock(FirmId firm, UUID id) {
        return transactions.acrossFirms(within(firm, id)
                .flatMap(user -> failedAttempts
                        .forget(user.email().key())
                        .then(recordUser.record(user, UserEvent.Unlocked::new))
                        .then()));
    }

    /** Takes the password away and sends a link to another. */
    Mono<Void> requirePasswordReset(FirmId firm, UUID id) {
        return transactions.acrossFirms(within(firm, id)
                .filter(user -> user.status() == UserStatus.ACTIVE)
                .switchIfEmpty(Mono.error(() -> new RequestRefused(AccountRefusal.NOT_ACTIVE)))
                .flatMap(this::passwordTaken));
    }

    private Mono<Void> passwordTaken(PortalUser user) {
        return users.clearPassword(user.id())
                .then(recordUser.record(user, UserEvent.PasswordResetRequired::new))
                .then(sessions.end(user.id(), null, UserSessions.Cause.PASSWORD_RESET))
                .then(Mono.defer(() -> mail.passwordReset(user, Template.PASSWORD_RESET_REQUIRED, clock.instant())));
    }

    private Mono<PortalUser> within(FirmId firm, UUID id) {
        var locked = users.locked(id);
        return firm.equals(FirmId.PLATFORM)
                ? locked
                : locked.flatMap(user -> reach.require(firm, user).thenReturn(user));
    }
}
