package io.rems.firm.assignment.web;

import io.rems.firm.assignment.AccessDirectory.Access;
import io.rems.firm.assignment.EnterFirm;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.ServiceOnly;
import io.rems.platform.problem.NotFound;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The gateway's look-up; nobody else is answered. */
@RestController
@RequestMapping("/api/v1/internal/users/{userId}/access")
class AccessController {
    private final EnterFirm enterFirm;

    AccessController(EnterFirm enterFirm) {
        this.enterFirm = enterFirm;
    }

    @GetMapping
    @ServiceOnly("gateway")
    Mono<Access> access(@PathVariable UUID userId, @RequestParam(required = false) @Nullable UUID firm) {
        return enterFirm
                .enter(userId, firm == null ? null : new FirmId(firm))
                .switchIfEmpty(Mono.error(() -> new NotFound("access of user", userId)));
    }
}
