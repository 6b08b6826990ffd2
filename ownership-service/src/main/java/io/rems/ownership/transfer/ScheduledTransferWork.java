package io.rems.ownership.transfer;

import io.rems.platform.work.DueWork;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ScheduledTransferWork {

    @Bean
    DueWork scheduledTransfers(
            ExecuteScheduled executeScheduled, @Value("${rems.ownership.transfers-every:PT1S}") Duration every) {
        return DueWork.named("scheduled transfers")
                .every(every)
                .find(executeScheduled.due())
                .each(executeScheduled::execute);
    }
}
