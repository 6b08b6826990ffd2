package io.rems.firm.signin;

import io.rems.platform.access.FirmId;
import io.rems.platform.database.Transactions;
import io.rems.platform.work.Due;
import io.rems.platform.work.DueWork;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Nothing that tells where people were is kept for ever, and no table grows without end. */
@Configuration(proxyBeanMethods = false)
class ForgetSignIns {
    private static final Duration OFTEN = Duration.ofMinutes(10);
    /** Longer than an access token of it lives, whatever the clocks say. */
    private static final Duration SESSIONS_KEPT = Duration.ofDays(1);

    private static final List<Due> ALWAYS = List.of(new Due(FirmId.PLATFORM, new UUID(0, 0)));

    @Bean
    DueWork forgettingOfSignIns(
            Transactions transactions, Sessions sessions, SignInRecords records, SignInSettings settings, Clock clock) {
        return DueWork.named("forgetting of sign-ins")
                .every(OFTEN)
                .find(Mono.just(ALWAYS))
                .each(_ -> transactions.acrossFirms(Mono.defer(() -> {
                    var now = clock.instant();
                    return sessions.dropOverBefore(now.minus(SESSIONS_KEPT))
                            .then(records.dropOlderThan(now.minus(settings.recordsKept())))
                            .then();
                })));
    }
}
