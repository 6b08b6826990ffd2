package io.rems.approval.recurrence;

import io.rems.platform.work.DueWork;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RecurringWork {

    @Bean
    DueWork recurrence(
            RecordOccurrence recordOccurrence, @Value("${rems.approval.recurrence-every:PT10S}") Duration every) {
        return DueWork.named("recurrence")
                .every(every)
                .find(recordOccurrence.due())
                .each(recordOccurrence::record);
    }
}
