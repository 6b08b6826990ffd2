package io.rems.approval.maintenance;

import io.rems.platform.work.DueWork;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MaintenanceWork {

    @Bean
    DueWork maintenance(RecordAsk recordAsk, @Value("${rems.approval.maintenance-every:PT1S}") Duration every) {
        return DueWork.named("maintenance").every(every).find(recordAsk.due()).each(recordAsk::record);
    }
}
