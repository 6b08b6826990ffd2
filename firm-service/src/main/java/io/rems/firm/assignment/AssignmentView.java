package io.rems.firm.assignment;

import io.rems.firm.assignment.domain.AssignmentEvent.Granted;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An assignment as portals show it; without {@code endedAt} it is active. */
public record AssignmentView(
        UUID id,
        UUID firmId,
        UUID userId,
        String userName,
        String email,
        Role role,
        AccessLevel accessLevel,
        @Nullable UUID ownerId,
        @Nullable UUID tenantId,
        boolean primary,
        Instant since,
        @Nullable Instant endedAt) {

    public static AssignmentView of(Granted granted) {
        var holder = granted.holder();
        var assignment = granted.assignment();
        var position = assignment.position();
        return new AssignmentView(
                assignment.id().value(),
                assignment.firm().value(),
                holder.id(),
                holder.name(),
                holder.email(),
                position.role(),
                position.level(),
                position.ownerId(),
                position.tenantId(),
                granted.primary(),
                assignment.since(),
                null);
    }
}
