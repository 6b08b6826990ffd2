package io.rems.approval.routing.messaging;

import io.rems.approval.routing.OverrideEvents;
import io.rems.approval.routing.domain.PolicyOverride;
import io.rems.platform.Versioned;
import io.rems.platform.events.Outbox;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class OutboxOverrideEvents implements OverrideEvents {

    private final Outbox outbox;

    OutboxOverrideEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> changed(PolicyOverride before, Versioned<PolicyOverride> after, @Nullable String reason) {
        return outbox.append(List.of(ApprovalPolicyChanged.of(before, after, reason)));
    }
}
