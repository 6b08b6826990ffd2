package io.rems.approval.decision;

import io.rems.approval.decision.domain.Rule;
import io.rems.approval.decision.domain.Urgency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which of the pending approvals to show; null is any. */
public record PendingFilter(
        @Nullable Urgency urgency,
        @Nullable UUID property,
        @Nullable Enum<?> priority,
        @Nullable Rule rule,
        @Nullable Boolean escalated) {}
