package io.rems.approval.pause;

import io.rems.platform.events.EventSubscription;
import io.rems.platform.events.ReceivedEvent;
import io.rems.platform.work.PausedFirms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class PauseSubscription {
    private static final String ACTIVE = "ACTIVE";

    private final PausedFirms pausedFirms;

    PauseSubscription(PausedFirms pausedFirms) {
        this.pausedFirms = pausedFirms;
    }

    /** What firm-service tells of a firm's status: of it, what is used here. */
    record FirmTold(String status) {}

    @Bean
    EventSubscription pause() {
        return EventSubscription.named("pause")
                .from("firm")
                .on("rems.firm.FirmSuspended.v1", FirmTold.class, this::tell)
                .on("rems.firm.FirmReactivated.v1", FirmTold.class, this::tell)
                .on("rems.firm.FirmClosed.v1", FirmTold.class, this::tell);
    }

    private Mono<Void> tell(ReceivedEvent event, FirmTold firm) {
        return pausedFirms.tell(!firm.status().equals(ACTIVE), event.aggregateVersion());
    }
}
