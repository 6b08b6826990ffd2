package io.rems.ownership.snapshot;

import io.rems.platform.work.DueWork;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SnapshotWork {

    @Bean
    DueWork snapshots(TellSnapshot tellSnapshot, @Value("${rems.ownership.snapshots-every:PT1S}") Duration every) {
        return DueWork.named("snapshots").every(every).find(tellSnapshot.due()).each(tellSnapshot::goOn);
    }
}
