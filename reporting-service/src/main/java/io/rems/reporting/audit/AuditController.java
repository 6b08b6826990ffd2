package io.rems.reporting.audit;

import io.rems.platform.access.Permission;
import io.rems.platform.access.PlatformAdministratorOnly;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.web.ListQuery;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A firm's log for its administrators; for the operator, the log of what belongs to no firm, such as users. */
@RestController
class AuditController {
    private final R2dbcAuditLog log;
    private final R2dbcAuditChain chain;

    AuditController(R2dbcAuditLog log, R2dbcAuditChain chain) {
        this.log = log;
        this.chain = chain;
    }

    @GetMapping("/api/v1/audit-log")
    @RequiresPermission(Permission.AUDIT_READ)
    Mono<AuditPage> ofFirm(
            @RequestParam @Nullable UUID entity,
            @RequestParam @Nullable String actor,
            @RequestParam @Nullable String type,
            @RequestParam @Nullable UUID supportAccess,
            @RequestParam @Nullable Instant from,
            @RequestParam @Nullable Instant to,
            ListQuery query) {
        return log.find(new AuditQuery(entity, actor, type, supportAccess, from, to), query);
    }

    @GetMapping("/api/v1/audit-log/verification")
    @RequiresPermission(Permission.AUDIT_READ)
    Mono<ChainVerification> verifyFirm(@RequestParam(defaultValue = "1") long from) {
        return chain.verify(from);
    }

    @GetMapping("/api/v1/platform/audit-log")
    @PlatformAdministratorOnly
    Mono<AuditPage> ofPlatform(
            @RequestParam @Nullable UUID entity,
            @RequestParam @Nullable String actor,
            @RequestParam @Nullable String type,
            @RequestParam @Nullable Instant from,
            @RequestParam @Nullable Instant to,
            ListQuery query) {
        return log.find(new AuditQuery(entity, actor, type, null, from, to), query);
    }

    @GetMapping("/api/v1/platform/audit-log/verification")
    @PlatformAdministratorOnly
    Mono<ChainVerification> verifyPlatform(@RequestParam(defaultValue = "1") long from) {
        return chain.verify(from);
    }
}
