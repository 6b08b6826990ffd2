package io.rems.approval.routing.web;

import io.rems.approval.ownership.domain.OwnerId;
import io.rems.approval.routing.OverrideView;
import io.rems.approval.routing.Overrides;
import io.rems.approval.routing.SetTerms;
import io.rems.approval.routing.domain.Origin;
import io.rems.approval.routing.domain.PolicyOverride;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.access.Role;
import io.rems.platform.problem.NotFound;
import io.rems.platform.web.IfMatch;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * What is otherwise for a property or an owner. Where nothing is, the answer is empty at version 0, which a first change
 * names. An owner has one limit to say something about: his own.
 */
@RestController
@RequestMapping("/api/v1/approval-policies")
class OverrideController {

    /** An owner that nobody is. */
    private static final UUID NO_OWNER = new UUID(0, 0);

    private final SetTerms setTerms;
    private final Overrides overrides;

    OverrideController(SetTerms setTerms, Overrides overrides) {
        this.setTerms = setTerms;
        this.overrides = overrides;
    }

    @GetMapping("/properties")
    @RequiresPermission(Permission.APPROVAL_READ)
    Mono<Page<OverrideView>> ofProperties(ListQuery query, Caller caller) {
        return overrides.list(Origin.PROPERTY, visibleTo(caller), query);
    }

    @GetMapping("/properties/{id}")
    @RequiresPermission(Permission.APPROVAL_READ)
    Mono<ResponseEntity<OverrideView>> ofProperty(@PathVariable UUID id) {
        return shown(Origin.PROPERTY, id);
    }

    /** With {@code If-Match}; it holds for what is submitted from then on. 422 for a limit that is not in the firm's currency. */
    @PutMapping("/properties/{id}")
    @RequiresPermission(Permission.APPROVAL_POLICY)
    Mono<ResponseEntity<OverrideView>> setForProperty(
            @PathVariable UUID id, IfMatch ifMatch, @Valid @RequestBody OverrideRequest request, Caller caller) {
        return set(Origin.PROPERTY, id, ifMatch, request, caller);
    }

    /** Back to what holds for the firm. */
    @DeleteMapping("/properties/{id}")
    @RequiresPermission(Permission.APPROVAL_POLICY)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> unsetForProperty(@PathVariable UUID id, IfMatch ifMatch, Caller caller) {
        return setTerms.set(PolicyOverride.none(Origin.PROPERTY, id), ifMatch.version(), null, caller);
    }

    @GetMapping("/owners")
    @RequiresPermission(Permission.APPROVAL_READ)
    Mono<Page<OverrideView>> ofOwners(ListQuery query, Caller caller) {
        return overrides.list(Origin.OWNER, visibleTo(caller), query);
    }

    @GetMapping("/owners/{id}")
    @RequiresPermission(Permission.APPROVAL_READ)
    Mono<ResponseEntity<OverrideView>> ofOwner(@PathVariable UUID id, Caller caller) {
        return onlyHisOwn(id, caller).then(Mono.defer(() -> shown(Origin.OWNER, id)));
    }

    /** By the owner himself, or by an administrator for him. It is one of all limits of which the lowest counts. */
    @PutMapping("/owners/{id}")
    @RequiresPermission(Permission.APPROVAL_LIMIT)
    Mono<ResponseEntity<OverrideView>> setForOwner(
            @PathVariable UUID id, IfMatch ifMatch, @Valid @RequestBody OverrideRequest request, Caller caller) {
        return onlyHisOwn(id, caller).then(Mono.defer(() -> set(Origin.OWNER, id, ifMatch, request, caller)));
    }

    /** No limit of his own any more. */
    @DeleteMapping("/owners/{id}")
    @RequiresPermission(Permission.APPROVAL_LIMIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> unsetForOwner(@PathVariable UUID id, IfMatch ifMatch, Caller caller) {
        return onlyHisOwn(id, caller)
                .then(Mono.defer(
                        () -> setTerms.set(PolicyOverride.none(Origin.OWNER, id), ifMatch.version(), null, caller)));
    }

    /** What is not there is said first, whatever the body is. */
    private Mono<ResponseEntity<OverrideView>> set(
            Origin origin, UUID id, IfMatch ifMatch, OverrideRequest request, Caller caller) {
        return setTerms.mustBeKnown(origin, id)
                .then(Mono.defer(
                        () -> setTerms.set(request.of(origin, id), ifMatch.version(), request.reason(), caller)))
                .then(Mono.defer(() -> shown(origin, id)));
    }

    private Mono<ResponseEntity<OverrideView>> shown(Origin origin, UUID id) {
        return setTerms.mustBeKnown(origin, id)
                .then(Mono.defer(() -> overrides.view(origin, id)))
                .map(view -> Responses.withVersion(view.version(), view.value()));
    }

    /** Another owner's limit does not exist for an owner. */
    private static Mono<Void> onlyHisOwn(UUID owner, Caller caller) {
        return !caller.hasRole(Role.OWNER) || owner.equals(caller.ownerId())
                ? Mono.empty()
                : Mono.error(new NotFound("owner", owner));
    }

    /** Whoever is linked to no owner sees none. */
    private static @Nullable OwnerId visibleTo(Caller caller) {
        if (!caller.hasRole(Role.OWNER)) {
            return null;
        }
        return new OwnerId(Objects.requireNonNullElse(caller.ownerId(), NO_OWNER));
    }
}
