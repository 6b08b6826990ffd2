package io.rems.firm.user;

import io.rems.firm.password.PasswordPolicy;
import io.rems.firm.password.Passwords;
import io.rems.platform.database.Constraints;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.RequestRefused;
import java.time.Clock;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes a login. The password is hashed before the transaction begins: hashing is slow, and connections are few. */
@Component
class RegisterUser {
    private final Transactions transactions;
    private final R2dbcUsers users;
    private final PasswordPolicy policy;
    private final Passwords passwords;
    private final RecordUser recordUser;
    private final Clock clock;

    RegisterUser(
            Transactions transactions,
            R2dbcUsers users,
            PasswordPolicy policy,
            Passwords passwords,
            RecordUser recordUser,
            Clock clock) {
        this.transactions = transactions;
        this.users = users;
        this.policy = policy;
        this.passwords = passwords;
        this.recordUser = recordUser;
        this.clock = clock;
    }

    Mono<PortalUser> register(NewUser request) {
        var user = request.user(clock.instant());
        var withPassword = Mono.justOrEmpty(request.password())
                .flatMap(password ->
                        policy.require("password", password, user.ownWords()).then(passwords.hash(password)))
                .map(hash -> add(user).then(users.setPassword(user.id(), hash, user.createdAt())));
        return withPassword
                .defaultIfEmpty(add(user))
                .flatMap(transactions::acrossFirms)
                .onErrorMap(DataIntegrityViolationException.class, RegisterUser::refusal)
                .thenReturn(user);
    }

    private Mono<Void> add(PortalUser user) {
        return users.add(user).then(recordUser.publish(new UserEvent.Registered(user)));
    }

    private static Throwable refusal(DataIntegrityViolationException error) {
        if (Constraints.violated(error, "portal_user_email_unique")) {
            return new RequestRefused(UserRefusal.SAME_EMAIL);
        }
        return Constraints.violated(error, "portal_user_pkey") ? new RequestRefused(UserRefusal.SAME_ID) : error;
    }
}
