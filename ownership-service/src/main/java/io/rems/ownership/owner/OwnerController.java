package io.rems.ownership.owner;

import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/owners")
class OwnerController {

    private final RegisterOwner registerOwner;
    private final R2dbcOwners owners;

    OwnerController(RegisterOwner registerOwner, R2dbcOwners owners) {
        this.registerOwner = registerOwner;
        this.owners = owners;
    }

    @PostMapping
    @RequiresPermission(Permission.OWNER_WRITE)
    Mono<ResponseEntity<Owner>> register(@Valid @RequestBody OwnerRequest request) {
        return registerOwner
                .register(request.owner())
                .map(owner ->
                        Responses.created("/api/v1/owners/" + owner.value().id(), owner.version(), owner.value()));
    }

    @GetMapping("/{id}")
    @RequiresPermission(Permission.OWNER_READ)
    Mono<ResponseEntity<Owner>> owner(@PathVariable UUID id) {
        return owners.get(id).map(owner -> Responses.withVersion(owner.version(), owner.value()));
    }

    @GetMapping
    @RequiresPermission(Permission.OWNER_READ)
    Mono<Page<Owner>> owners(ListQuery query) {
        return owners.page(query);
    }
}
