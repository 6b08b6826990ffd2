package io.rems.approval.delegation.web;

import io.rems.approval.decision.domain.DelegationId;
import io.rems.approval.delegation.DelegationView;
import io.rems.approval.delegation.DelegationViews;
import io.rems.approval.delegation.GrantDelegation;
import io.rems.approval.delegation.RevokeDelegation;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.problem.NotFound;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/delegations")
class DelegationController {

    private final GrantDelegation grantDelegation;
    private final RevokeDelegation revokeDelegation;
    private final DelegationViews delegations;
    private final Clock clock;

    DelegationController(
            GrantDelegation grantDelegation,
            RevokeDelegation revokeDelegation,
            DelegationViews delegations,
            Clock clock) {
        this.grantDelegation = grantDelegation;
        this.revokeDelegation = revokeDelegation;
        this.delegations = delegations;
        this.clock = clock;
    }

    /** The body of a revocation, which says why. */
    record Revocation(@NotBlank @Size(max = 2000) String reason) {}

    /**
     * By the owner himself, or by an administrator who says how the owner said so. Another window or other limits are
     * another delegation: grant it and revoke this one.
     */
    @PostMapping
    @RequiresPermission(Permission.DELEGATION_WRITE)
    Mono<ResponseEntity<DelegationView>> grant(@Valid @RequestBody DelegationRequest request, Caller caller) {
        return grantDelegation
                .grant(new Grantor(caller).delegation(request, clock.instant()))
                .flatMap(granted -> found(granted.value().id(), caller))
                .map(view -> Responses.created("/api/v1/delegations/" + view.id(), view.version(), view));
    }

    /** At once: nobody votes under it any more, on what is pending neither. */
    @PostMapping("/{id}/revocation")
    @RequiresPermission(Permission.DELEGATION_WRITE)
    Mono<ResponseEntity<DelegationView>> revoke(
            @PathVariable UUID id, @Valid @RequestBody Revocation revocation, Caller caller) {
        return revokeDelegation
                .revoke(new DelegationId(id), revocation.reason(), caller)
                .flatMap(revoked -> found(revoked.value().id(), caller))
                .map(view -> Responses.withVersion(view.version(), view));
    }

    @GetMapping("/{id}")
    @RequiresPermission(Permission.DELEGATION_READ)
    Mono<ResponseEntity<DelegationView>> get(@PathVariable UUID id, Caller caller) {
        return found(new DelegationId(id), caller).map(view -> Responses.withVersion(view.version(), view));
    }

    /** Administrators: all of the firm; everybody else: his own, and those under which he acts. */
    @GetMapping
    @RequiresPermission(Permission.DELEGATION_READ)
    Mono<Page<DelegationView>> list(
            @RequestParam(required = false) DelegationView.@Nullable Status status,
            @RequestParam(required = false) @Nullable UUID ownerId,
            @RequestParam(required = false) @Nullable UUID delegateId,
            ListQuery query,
            Caller caller) {
        return delegations.list(new DelegationViews.Filter(status, ownerId, delegateId), query, caller);
    }

    private Mono<DelegationView> found(DelegationId id, Caller caller) {
        return delegations.find(id, caller).switchIfEmpty(Mono.error(() -> new NotFound("delegation", id.value())));
    }
}
