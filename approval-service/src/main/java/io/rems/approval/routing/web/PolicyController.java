package io.rems.approval.routing.web;

import io.rems.approval.routing.Policies;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How the firm wants its expenses approved; it says so by its settings. */
@RestController
class PolicyController {

    private final Policies policies;

    PolicyController(Policies policies) {
        this.policies = policies;
    }

    /** What holds where a property or an owner has nothing of its own; changed by the settings {@code approval.*}. */
    @GetMapping("/api/v1/approval-policies")
    @RequiresPermission(Permission.APPROVAL_READ)
    Mono<FirmPolicyView> ofFirm() {
        return policies.current().map(FirmPolicyView::of);
    }
}
