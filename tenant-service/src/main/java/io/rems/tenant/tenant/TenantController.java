package io.rems.tenant.tenant;

import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.web.IfMatch;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/tenants")
class TenantController {

    private final Tenants tenants;

    TenantController(Tenants tenants) {
        this.tenants = tenants;
    }

    @PostMapping
    @RequiresPermission(Permission.TENANT_WRITE)
    Mono<ResponseEntity<TenantView>> register(@Valid @RequestBody TenantRequest request, Caller caller) {
        return tenants.register(request.toRegister())
                .map(tenant -> TenantView.of(tenant, Sight.of(caller)))
                .map(view -> Responses.created("/api/v1/tenants/" + view.id(), view.version(), view));
    }

    @PutMapping("/{id}")
    @RequiresPermission(Permission.TENANT_WRITE)
    Mono<ResponseEntity<TenantView>> change(
            @PathVariable UUID id, IfMatch version, @Valid @RequestBody TenantRequest request, Caller caller) {
        return tenants.change(request.as(id), version.version())
                .map(tenant -> TenantView.of(tenant, Sight.of(caller)))
                .map(view -> Responses.withVersion(view.version(), view));
    }

    @GetMapping("/{id}")
    @RequiresPermission(Permission.TENANT_READ)
    Mono<ResponseEntity<TenantView>> tenant(@PathVariable UUID id, Caller caller) {
        return tenants.find(id, Sight.of(caller))
                .map(tenant -> TenantView.of(tenant, Sight.of(caller)))
                .map(view -> Responses.withVersion(view.version(), view));
    }

    @GetMapping
    @RequiresPermission(Permission.TENANT_READ)
    Mono<Page<TenantView>> tenants(ListQuery query, Caller caller) {
        var sight = Sight.of(caller);
        return tenants.list(query, sight).map(page -> page.map(tenant -> TenantView.of(tenant, sight)));
    }
}
