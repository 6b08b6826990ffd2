package io.rems.approval.maintenance;

import io.rems.approval.maintenance.ExpenseApprovalAnswered.Outcome;
import io.rems.platform.events.EventSubscription;
import io.rems.platform.events.Outbox;
import io.rems.platform.events.ReceivedEvent;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/**
 * Hears what is asked for maintenance orders, and what becomes of their expenses: as anybody else hears it, so that nothing
 * else in this service need know of maintenance.
 */
@Configuration(proxyBeanMethods = false)
class MaintenanceSubscriptions {

    private final R2dbcAsks asks;
    private final Outbox outbox;
    private final Clock clock;

    MaintenanceSubscriptions(R2dbcAsks asks, Outbox outbox, Clock clock) {
        this.asks = asks;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Of {@code ApprovalDecided}. */
    record Decided(
            String verdict, @Nullable UUID by, @Nullable String comment) {}

    /** Of what ends or interrupts an expense otherwise. */
    record Ended(@Nullable UUID by, @Nullable String reason) {}

    @Bean
    EventSubscription maintenanceAsks() {
        return EventSubscription.named("maintenance-asks")
                .from("tenant")
                .on(
                        "rems.tenant.ExpenseApprovalAsked.v1",
                        ExpenseApprovalAsked.class,
                        (_, asked) -> asks.add(asked, clock.instant()));
    }

    @Bean
    EventSubscription maintenanceVerdicts() {
        return EventSubscription.named("maintenance-verdicts")
                .from("approval")
                .on("rems.approval.ApprovalDecided.v1", Decided.class, this::decided)
                .on(
                        "rems.approval.ApprovalReturned.v1",
                        Ended.class,
                        (event, data) -> ended(event, Outcome.RETURNED, data))
                .on(
                        "rems.approval.ApprovalWithdrawn.v1",
                        Ended.class,
                        (event, data) -> ended(event, Outcome.WITHDRAWN, data))
                .on("rems.approval.ExpenseVoided.v1", Ended.class, (event, data) -> ended(event, Outcome.VOIDED, data));
    }

    private Mono<Void> decided(ReceivedEvent event, Decided data) {
        return told(event, Outcome.valueOf(data.verdict()), data.by(), data.comment());
    }

    private Mono<Void> ended(ReceivedEvent event, Outcome outcome, Ended data) {
        return told(event, outcome, data.by(), data.reason());
    }

    private Mono<Void> told(ReceivedEvent event, Outcome outcome, @Nullable UUID by, @Nullable String comment) {
        return asks.of(event.subject())
                .flatMap(ask -> asks.nextAnswer(ask.orderId())
                        .flatMap(version -> outbox.append(
                                List.of(ExpenseApprovalAnswered.told(ask, outcome, by, comment, event.time())
                                        .message(version)))));
    }
}
