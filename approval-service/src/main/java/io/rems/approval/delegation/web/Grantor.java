package io.rems.approval.delegation.web;

import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.delegation.domain.Delegation;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Role;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.problem.PermissionDenied;
import java.time.Instant;
import java.util.UUID;

/** Whoever grants: an owner for himself, an administrator what an owner said by other means. */
record Grantor(Caller caller) {

    Delegation delegation(DelegationRequest request, Instant now) {
        if (caller.userId() == null) {
            throw new PermissionDenied();
        }
        var owner = owner(request);
        if (!owner.equals(caller.ownerId())
                && (request.reason() == null || request.reason().isBlank())) {
            throw new InvalidRequest("reason", "REQUIRED", "must say how the owner said so");
        }
        return request.delegation(new OwnerId(owner), new PersonId(caller.userId()), now);
    }

    private UUID owner(DelegationRequest request) {
        var named = request.ownerId() == null ? caller.ownerId() : request.ownerId();
        if (named == null) {
            throw new InvalidRequest("ownerId", "REQUIRED", "must be an owner of this firm");
        }
        if (!caller.hasRole(Role.ADMIN) && !named.equals(caller.ownerId())) {
            throw new InvalidRequest("ownerId", "UNKNOWN", "is not the owner that you act as");
        }
        return named;
    }
}
