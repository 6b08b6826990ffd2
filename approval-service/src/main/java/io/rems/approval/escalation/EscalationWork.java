package io.rems.approval.escalation;

import io.rems.platform.work.DueWork;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EscalationWork {

    @Bean
    DueWork escalation(
            FollowTimetables followTimetables, @Value("${rems.approval.escalation-every:PT1S}") Duration every) {
        return DueWork.named("escalation")
                .every(every)
                .find(followTimetables.due())
                .each(followTimetables::follow);
    }
}
