package io.rems.firm.user;

import io.rems.platform.database.Transactions;
import io.rems.platform.problem.StaleVersion;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets a user say what he is called, how he is reached, and which language he reads. */
@Component
public class ChangeProfile {
    private final Transactions transactions;
    private final Users users;
    private final RecordUser recordUser;

    ChangeProfile(Transactions transactions, Users users, RecordUser recordUser) {
        this.transactions = transactions;
        this.users = users;
        this.recordUser = recordUser;
    }

    /** What a user says of himself; the whole of it each time. */
    public record Profile(String name, @Nullable String phone, Language language) {}

    public Mono<PortalUser> change(UUID user, Profile profile, long version) {
        return transactions.acrossFirms(users.locked(user)
                .filter(found -> found.version() == version)
                .switchIfEmpty(Mono.error(StaleVersion::new))
                .map(found -> found.withProfile(profile.name(), profile.phone(), profile.language()))
                .flatMap(changed -> recordUser.record(changed, UserEvent.ProfileChanged::new)));
    }
}
