package io.rems.ownership.transfer.messaging;

import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.ownership.transfer.PendingApprovals;
import io.rems.platform.events.EventSubscription;
import io.rems.platform.events.ReceivedEvent;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class ApprovalsSubscription {

    private final PendingApprovals approvals;

    ApprovalsSubscription(PendingApprovals approvals) {
        this.approvals = approvals;
    }

    /** What we use of {@code ApprovalRequested} and of whatever ends it. */
    record Approval(UUID expenseId, UUID propertyId) {}

    @Bean
    EventSubscription pendingApprovals() {
        return EventSubscription.named("approvals")
                .from("approval")
                .on("rems.approval.ApprovalRequested.v1", Approval.class, (event, data) -> keep(event, data, true))
                .on("rems.approval.ApprovalDecided.v1", Approval.class, (event, data) -> keep(event, data, false))
                .on("rems.approval.ApprovalReturned.v1", Approval.class, (event, data) -> keep(event, data, false))
                .on("rems.approval.ApprovalWithdrawn.v1", Approval.class, (event, data) -> keep(event, data, false));
    }

    private Mono<Void> keep(ReceivedEvent event, Approval data, boolean pending) {
        return approvals.keep(data.expenseId(), new PropertyId(data.propertyId()), pending, event.aggregateVersion());
    }
}
