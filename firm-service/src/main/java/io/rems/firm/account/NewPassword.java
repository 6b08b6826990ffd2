package io.rems.firm.account;

import io.rems.firm.signin.FailedAttempts;
import io.rems.firm.token.OneTimeTokens;
import io.rems.firm.token.Purpose;
import io.rems.firm.user.PortalUser;
import io.rems.firm.user.RecordUser;
import io.rems.firm.user.UserEvent;
import io.rems.firm.user.UserEvent.Cause;
import io.rems.firm.user.UserSessions;
import io.rems.firm.user.Users;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What goes with a new password, however one came to it: sign-ins end, and what a thief may have asked for is void. */
@Component
class NewPassword {
    private final Users users;
    private final RecordUser recordUser;
    private final UserSessions sessions;
    private final FailedAttempts failedAttempts;
    private final OneTimeTokens tokens;
    private final AccountMail mail;

    NewPassword(
            Users users,
            RecordUser recordUser,
            UserSessions sessions,
            FailedAttempts failedAttempts,
            OneTimeTokens tokens,
            AccountMail mail) {
        this.users = users;
        this.recordUser = recordUser;
        this.sessions = sessions;
        this.failedAttempts = failedAttempts;
        this.tokens = tokens;
        this.mail = mail;
    }

    /**
     * For a user who is locked in the open transaction.
     *
     * @param spared the sign-in in which he chose it, if that is to go on
     */
    Mono<Void> set(PortalUser user, String hash, Cause cause, @Nullable UUID spared, Instant now) {
        return users.setPassword(user.id(), hash, now)
                .then(recordUser.record(user, stored -> new UserEvent.PasswordChanged(stored, cause)))
                .then(sessions.end(user.id(), spared, ended(cause)))
                .then(failedAttempts.forget(user.email().key()))
                .then(tokens.revoke(user.id(), Purpose.EMAIL_CHANGE))
                .then(mail.passwordChanged(user));
    }

    private static UserSessions.Cause ended(Cause cause) {
        return switch (cause) {
            case CHANGED -> UserSessions.Cause.PASSWORD_CHANGED;
            case RESET -> UserSessions.Cause.PASSWORD_RESET;
        };
    }
}
