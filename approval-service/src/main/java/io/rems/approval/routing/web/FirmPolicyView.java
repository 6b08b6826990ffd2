package io.rems.approval.routing.web;

import io.rems.approval.decision.domain.Rule;
import io.rems.approval.routing.domain.Policy;
import io.rems.platform.Money;

/**
 * What holds for the firm: its settings in the form in which routing uses them.
 *
 * @param limit up to which nobody need approve
 * @param escalateAfter ISO 8601
 * @param splitWindow ISO 8601
 */
record FirmPolicyView(Rule rule, Money limit, String escalateAfter, String splitWindow, boolean selfApproval) {

    static FirmPolicyView of(Policy policy) {
        return new FirmPolicyView(
                policy.rule(),
                policy.limit(),
                policy.patience().escalateAfter().toString(),
                policy.splitWindow().toString(),
                policy.selfApproval());
    }
}
