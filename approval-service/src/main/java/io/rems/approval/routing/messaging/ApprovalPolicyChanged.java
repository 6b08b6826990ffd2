package io.rems.approval.routing.messaging;

import io.rems.approval.decision.domain.Rule;
import io.rems.approval.routing.domain.Origin;
import io.rems.approval.routing.domain.PolicyOverride;
import io.rems.platform.Money;
import io.rems.platform.Versioned;
import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The public form of what holds otherwise than for the firm. A rule or limit that is absent is the firm's.
 *
 * @param origin PROPERTY or OWNER; the one of the two identifiers that is given says which
 */
@PublishedEvent(
        type = "rems.approval.ApprovalPolicyChanged.v1",
        subject = "property or owner",
        description =
                "What is submitted for a property, or for what an owner holds, is approved by another rule or above"
                        + " another limit than before.")
record ApprovalPolicyChanged(
        Origin origin,
        @Nullable UUID propertyId,
        @Nullable UUID ownerId,
        @Nullable String rule,
        @Nullable Money limit,
        @Nullable String ruleBefore,
        @Nullable Money limitBefore,
        @Nullable String reason) {

    static Message of(PolicyOverride before, Versioned<PolicyOverride> changed, @Nullable String reason) {
        var after = changed.value();
        return Message.of(
                after.of(),
                changed.version(),
                new ApprovalPolicyChanged(
                        after.origin(),
                        after.origin() == Origin.PROPERTY ? after.of() : null,
                        after.origin() == Origin.OWNER ? after.of() : null,
                        name(after.rule()),
                        after.limit(),
                        name(before.rule()),
                        before.limit(),
                        reason));
    }

    private static @Nullable String name(@Nullable Rule rule) {
        return rule == null ? null : rule.name();
    }
}
