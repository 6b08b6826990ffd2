package io.rems.firm.account;

import io.rems.firm.mail.Template;
import io.rems.firm.password.Door;
import io.rems.firm.password.Line;
import io.rems.firm.password.PasswordPolicy;
import io.rems.firm.password.Passwords;
import io.rems.firm.token.LinkSettings;
import io.rems.firm.token.OneTimeTokens;
import io.rems.firm.token.Purpose;
import io.rems.firm.token.Secret;
import io.rems.firm.user.EmailAddress;
import io.rems.firm.user.PortalUser;
import io.rems.firm.user.UserEvent.Cause;
import io.rems.firm.user.UserStatus;
import io.rems.firm.user.Users;
import io.rems.platform.access.Actor;
import io.rems.platform.access.Caller;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.RequestRefused;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A new password for whoever reads the mail of the login. Asking only notes the e-mail, whether or not it is anybody's;
 * who it is and what he gets is found out later, so that neither answer nor time tells.
 */
@Component
class ResetPassword {
    private final Transactions transactions;
    private final Door door;
    private final Line line;
    private final R2dbcPasswordResetRequests requests;
    private final OneTimeTokens tokens;
    private final LinkSettings settings;
    private final Users users;
    private final PasswordPolicy policy;
    private final Passwords passwords;
    private final NewPassword newPassword;
    private final AccountMail mail;
    private final Clock clock;

    ResetPassword(
            Transactions transactions,
            Door door,
            Line line,
            R2dbcPasswordResetRequests requests,
            OneTimeTokens tokens,
            LinkSettings settings,
            Users users,
            PasswordPolicy policy,
            Passwords passwords,
            NewPassword newPassword,
            AccountMail mail,
            Clock clock) {
        this.transactions = transactions;
        this.door = door;
        this.line = line;
        this.requests = requests;
        this.tokens = tokens;
        this.settings = settings;
        this.users = users;
        this.policy = policy;
        this.passwords = passwords;
        this.newPassword = newPassword;
        this.mail = mail;
        this.clock = clock;
    }

    Mono<Void> ask(String email) {
        return door.acrossFirms(Mono.defer(() -> requests.add(EmailAddress.keyOf(email), clock.instant())));
    }

    /** What follows of having asked: a link, if he is somebody who can use it, and did not get one just now. */
    Mono<Void> follow(UUID request) {
        return transactions.acrossFirms(Mono.defer(() -> {
            var now = clock.instant();
            return requests.take(request)
                    .flatMap(users::byEmail)
                    .flatMap(user -> users.locked(user.id()))
                    .filter(user -> user.status() == UserStatus.ACTIVE)
                    .filterWhen(user -> mayHaveAnother(user, now))
                    .flatMap(user -> mail.passwordReset(user, Template.PASSWORD_RESET, now));
        }));
    }

    private Mono<Boolean> mayHaveAnother(PortalUser user, Instant now) {
        return tokens.last(user.id(), Purpose.PASSWORD_RESET)
                .map(last -> last.issuedAt().plus(settings.passwordResetPause()).isBefore(now))
                .defaultIfEmpty(true);
    }

    Mono<Void> complete(Secret secret, String chosen) {
        return door.acrossFirms(tokens.check(secret, Purpose.PASSWORD_RESET, clock.instant())
                        .flatMap(token -> users.byId(token.user()))
                        .zipWhen(users::wordsOf))
                .flatMap(found -> policy.require("password", chosen, found.getT2())
                        .then(line.turn(passwords.hash(chosen)))
                        .flatMap(hash -> door.acrossFirms(settled(secret, hash, clock.instant())))
                        .contextWrite(context -> CurrentCaller.with(
                                context, Caller.acting(Actor.user(found.getT1().id()), FirmId.PLATFORM))));
    }

    private Mono<Void> settled(Secret secret, String hash, Instant now) {
        return tokens.take(secret, Purpose.PASSWORD_RESET, now)
                .flatMap(token -> users.locked(token.user()))
                .filter(user -> user.status() == UserStatus.ACTIVE)
                .switchIfEmpty(Mono.error(() -> new RequestRefused(AccountRefusal.NOT_ACTIVE)))
                .flatMap(user -> newPassword.set(user, hash, Cause.RESET, null, now));
    }
}
