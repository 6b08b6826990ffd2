package io.rems.approval.delegation;

import io.rems.approval.delegation.domain.Against;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A way by which an owner's vote could come to somebody, and whether it did.
 *
 * @param delegations the owner's own first; several where it was passed on
 * @param delegateId the portal user at its end
 * @param applies whether he may decide for the owner
 * @param against why not; empty where he may
 */
public record Considered(
        UUID ownerId,
        @Nullable String ownerName,
        UUID delegateId,
        @Nullable String delegateName,
        List<UUID> delegations,
        boolean applies,
        List<Against> against) {}
