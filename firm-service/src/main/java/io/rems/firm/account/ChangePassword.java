package io.rems.firm.account;

import io.rems.firm.password.Line;
import io.rems.firm.password.PasswordPolicy;
import io.rems.firm.password.Passwords;
import io.rems.firm.signin.ConfirmPassword;
import io.rems.firm.user.PortalUser;
import io.rems.firm.user.UserEvent.Cause;
import io.rems.firm.user.Users;
import io.rems.platform.access.Client;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.NotFound;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets a signed-in user choose another password. He stays signed in where he does so, and nowhere else. */
@Component
class ChangePassword {
    private final Transactions transactions;
    private final Line line;
    private final Users users;
    private final ConfirmPassword confirmPassword;
    private final PasswordPolicy policy;
    private final Passwords passwords;
    private final NewPassword newPassword;
    private final Clock clock;

    ChangePassword(
            Transactions transactions,
            Line line,
            Users users,
            ConfirmPassword confirmPassword,
            PasswordPolicy policy,
            Passwords passwords,
            NewPassword newPassword,
            Clock clock) {
        this.transactions = transactions;
        this.line = line;
        this.users = users;
        this.confirmPassword = confirmPassword;
        this.policy = policy;
        this.passwords = passwords;
        this.newPassword = newPassword;
        this.clock = clock;
    }

    /** Hashes between transactions, for no connection may be held meanwhile. */
    Mono<Void> change(UUID id, String current, String chosen, Client client) {
        return transactions
                .acrossFirms(users.byId(id).zipWhen(users::wordsOf))
                .switchIfEmpty(Mono.error(() -> new NotFound("user", id)))
                .flatMap(found -> confirmPassword
                        .confirm(id, "current", current, client)
                        .then(policy.require("new", chosen, found.getT2()))
                        .then(line.turn(passwords.hash(chosen))))
                .flatMap(hash -> transactions.acrossFirms(users.locked(id).flatMap(user -> set(user, hash, client))));
    }

    private Mono<Void> set(PortalUser user, String hash, Client client) {
        return newPassword.set(user, hash, Cause.CHANGED, client.session(), clock.instant());
    }
}
