package io.rems.approval.routing.messaging;

import io.rems.approval.routing.Policies;
import io.rems.approval.routing.domain.PolicySetting;
import io.rems.approval.routing.messaging.FirmEvents.FirmCreated;
import io.rems.approval.routing.messaging.FirmEvents.SettingChanged;
import io.rems.platform.events.EventSubscription;
import io.rems.platform.events.ReceivedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class PolicySubscription {

    private final Policies policies;

    PolicySubscription(Policies policies) {
        this.policies = policies;
    }

    @Bean
    EventSubscription policy() {
        return EventSubscription.named("policy")
                .from("firm")
                .on(
                        "rems.firm.FirmCreated.v1",
                        FirmCreated.class,
                        (event, data) -> take(PolicySetting.CURRENCY, data.currency(), event))
                .on(
                        "rems.firm.SettingChanged.v1",
                        SettingChanged.class,
                        (event, data) -> PolicySetting.named(data.key())
                                .map(setting -> take(setting, data.value(), event))
                                .orElseGet(Mono::empty));
    }

    private Mono<Void> take(PolicySetting setting, @Nullable String value, ReceivedEvent event) {
        if (value != null) {
            setting.check(value);
        }
        return policies.set(setting, value, event.aggregateVersion());
    }
}
