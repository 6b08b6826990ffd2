package io.rems.approval.delegation;

import io.rems.platform.work.DueWork;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DelegationWork {

    @Bean
    DueWork endOfDelegations(
            EndDelegations endDelegations, @Value("${rems.approval.delegations-every:PT30S}") Duration every) {
        return DueWork.named("end-of-delegations")
                .every(every)
                .find(endDelegations.due())
                .each(endDelegations::end);
    }
}
