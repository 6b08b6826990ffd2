package io.rems.approval.routing.web;

import io.rems.approval.decision.domain.Rule;
import io.rems.approval.routing.domain.Origin;
import io.rems.approval.routing.domain.PolicyOverride;
import io.rems.platform.Money;
import io.rems.platform.problem.FieldProblem;
import io.rems.platform.problem.InvalidRequest;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to hold for a property or an owner otherwise than for the firm; what is absent is as for the firm.
 *
 * @param rule of properties only
 * @param limit in the firm's currency, from nothing up
 */
record OverrideRequest(
        @Nullable Rule rule,
        @Nullable Money limit,
        @Nullable @Size(max = 2000) String reason) {

    PolicyOverride of(Origin origin, UUID subject) {
        if (limit != null && limit.isNegative()) {
            throw new InvalidRequest("limit", "OUT_OF_RANGE", "must not be less than nothing");
        }
        if (origin == Origin.OWNER && rule != null) {
            throw new InvalidRequest(List.of(new FieldProblem(
                    "rule", "NOT_OF_OWNERS", "is the firm's or the property's to say, not an owner's")));
        }
        return new PolicyOverride(origin, subject, rule, limit);
    }
}
