package io.rems.firm.support;

import io.rems.platform.work.DueWork;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** The look-up stops at the end of a support access by itself; this is what tells the firm that it has ended. */
@Configuration(proxyBeanMethods = false)
class SupportConfiguration {

    @Bean
    DueWork endSupportInTime(R2dbcSupportAccesses accesses, EndSupportAccess endSupportAccess, Clock clock) {
        return DueWork.named("support whose time is over")
                .every(Duration.ofSeconds(5))
                .find(Mono.defer(() -> accesses.overdue(clock.instant())))
                .each(due -> endSupportAccess.endInTime(due.firm(), due.id()));
    }
}
