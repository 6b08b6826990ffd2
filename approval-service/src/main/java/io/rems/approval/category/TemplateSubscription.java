package io.rems.approval.category;

import io.rems.platform.events.EventSubscription;
import io.rems.platform.events.ReceivedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Hears with which template a firm begins. */
@Configuration(proxyBeanMethods = false)
class TemplateSubscription {
    private final ApplyTemplate applyTemplate;

    TemplateSubscription(ApplyTemplate applyTemplate) {
        this.applyTemplate = applyTemplate;
    }

    /** {@code rems.firm.FirmCreated.v1}, as far as templates need it. */
    record NewFirm(@Nullable String expenseCategoryTemplate) {}

    @Bean
    EventSubscription categoryTemplates() {
        return EventSubscription.named("category-templates")
                .from("firm")
                .on("rems.firm.FirmCreated.v1", NewFirm.class, this::begin);
    }

    private Mono<Void> begin(ReceivedEvent event, NewFirm firm) {
        return firm.expenseCategoryTemplate() == null
                ? Mono.empty()
                : applyTemplate.apply(CategoryTemplate.valueOf(firm.expenseCategoryTemplate()), event.firm());
    }
}
