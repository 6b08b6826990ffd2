package io.rems.firm.user;

import io.rems.platform.access.Actor;
import io.rems.platform.access.Caller;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.RequestRefused;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes the first platform administrator at the first start: without one nobody could make any. Of several replicas
 * that start at once the e-mail's uniqueness lets one succeed.
 */
@Component
class BootstrapAdministrator implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(BootstrapAdministrator.class);
    private static final Caller ITSELF = Caller.acting(Actor.service("firm"), FirmId.PLATFORM);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BootstrapSettings settings;
    private final Transactions transactions;
    private final R2dbcUsers users;
    private final RegisterUser registerUser;

    BootstrapAdministrator(
            BootstrapSettings settings, Transactions transactions, R2dbcUsers users, RegisterUser registerUser) {
        this.settings = settings;
        this.transactions = transactions;
        this.users = users;
        this.registerUser = registerUser;
    }

    /** Waits for the end, on the main thread: an application without an administrator is not ready. */
    @Override
    public void run(ApplicationArguments arguments) {
        ensure().toFuture().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    Mono<Void> ensure() {
        var email = settings.email();
        var password = settings.password();
        if (email == null || password == null) {
            return Mono.empty();
        }
        return transactions
                .acrossFirms(users.haveAdministrator())
                .filter(found -> !found)
                .flatMap(_ -> registerUser.register(new NewUser(null, email, "Administrator", password, null, true)))
                .doOnNext(user -> LOG.info("Made the first platform administrator {}", user.id()))
                .onErrorComplete(RequestRefused.class)
                .then()
                .contextWrite(context -> CurrentCaller.with(context, ITSELF));
    }
}
