package io.rems.firm.account;

import io.rems.firm.lookalike.Look;
import io.rems.firm.lookalike.LookalikeRefusal;
import io.rems.firm.password.Door;
import io.rems.firm.signin.ConfirmPassword;
import io.rems.firm.signin.FailedAttempts;
import io.rems.firm.token.OneTimeTokens;
import io.rems.firm.token.Purpose;
import io.rems.firm.token.Secret;
import io.rems.firm.user.EmailAddress;
import io.rems.firm.user.PortalUser;
import io.rems.firm.user.RecordUser;
import io.rems.firm.user.UserEvent;
import io.rems.firm.user.UserSessions;
import io.rems.firm.user.UserStatus;
import io.rems.firm.user.Users;
import io.rems.platform.access.Actor;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Client;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.Constraints;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Another address to sign in with, once whoever reads its mail has confirmed it. Whether it is somebody else's is told to
 * nobody but him who reads that mail.
 */
@Component
class ChangeEmail {
    private final Transactions transactions;
    private final Door door;
    private final Users users;
    private final RecordUser recordUser;
    private final UserSessions sessions;
    private final FailedAttempts failedAttempts;
    private final ConfirmPassword confirmPassword;
    private final OneTimeTokens tokens;
    private final AccountMail mail;
    private final Clock clock;

    ChangeEmail(
            Transactions transactions,
            Door door,
            Users users,
            RecordUser recordUser,
            UserSessions sessions,
            FailedAttempts failedAttempts,
            ConfirmPassword confirmPassword,
            OneTimeTokens tokens,
            AccountMail mail,
            Clock clock) {
        this.transactions = transactions;
        this.door = door;
        this.users = users;
        this.recordUser = recordUser;
        this.sessions = sessions;
        this.failedAttempts = failedAttempts;
        this.confirmPassword = confirmPassword;
        this.tokens = tokens;
        this.mail = mail;
        this.clock = clock;
    }

    Mono<Void> ask(UUID id, EmailAddress wanted, String password, Client client) {
        return transactions
                .acrossFirms(users.byId(id))
                .switchIfEmpty(Mono.error(() -> new NotFound("user", id)))
                .doOnNext(user -> requireAnother(user, wanted))
                .flatMap(user -> confirmPassword
                        .confirm(id, "password", password, client)
                        .then(transactions.acrossFirms(Mono.defer(() -> asked(user, wanted, clock.instant())))));
    }

    private static void requireAnother(PortalUser user, EmailAddress wanted) {
        if (user.email().equals(wanted)) {
            throw new RequestRefused(AccountRefusal.SAME_EMAIL);
        }
        if (Look.ofEmail(wanted.written()).mixed()) {
            throw new RequestRefused(LookalikeRefusal.EMAIL);
        }
    }

    private Mono<Void> asked(PortalUser user, EmailAddress wanted, Instant now) {
        return mail.emailChange(user, wanted, now).then(mail.emailChangeAsked(user, wanted));
    }

    Mono<Void> confirm(Secret secret) {
        return door.acrossFirms(tokens.check(secret, Purpose.EMAIL_CHANGE, clock.instant()))
                .flatMap(token -> door.acrossFirms(Mono.defer(() -> confirmed(secret, clock.instant())))
                        .contextWrite(context ->
                                CurrentCaller.with(context, Caller.acting(Actor.user(token.user()), FirmId.PLATFORM))))
                .onErrorMap(
                        error -> Constraints.violated(error, "portal_user_email_unique"),
                        _ -> new RequestRefused(AccountRefusal.EMAIL_TAKEN));
    }

    private Mono<Void> confirmed(Secret secret, Instant now) {
        return tokens.take(secret, Purpose.EMAIL_CHANGE, now)
                .flatMap(token -> users.locked(token.user())
                        .filter(user -> user.status() == UserStatus.ACTIVE)
                        .switchIfEmpty(Mono.error(() -> new RequestRefused(AccountRefusal.NOT_ACTIVE)))
                        .flatMap(user -> changed(user, new EmailAddress(Objects.requireNonNull(token.email())))));
    }

    /** IssueLink to a new password that went to the old address are void; so are sign-ins made with it. */
    private Mono<Void> changed(PortalUser user, EmailAddress email) {
        return recordUser
                .record(user.withEmail(email), stored -> new UserEvent.EmailChanged(stored, user.email()))
                .then(tokens.revoke(user.id(), Purpose.PASSWORD_RESET))
                .then(failedAttempts.forget(user.email().key()))
                .then(sessions.end(user.id(), null, UserSessions.Cause.EMAIL_CHANGED));
    }
}
