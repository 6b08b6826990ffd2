package io.rems.firm.assignment;

import io.rems.firm.assignment.domain.Assignment.Ended;
import io.rems.firm.assignment.domain.AssignmentEvent.Happened;
import io.rems.firm.assignment.domain.AssignmentStatus;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An assignment as portals show it.
 *
 * @param accepted whether the user has come; until then name and e-mail are those of his invitation
 * @param since the same as {@code from}, by its older name
 * @param until when it ends by itself; absent: not at all
 * @param endedAt when it did end
 */
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
        boolean accepted,
        AssignmentStatus status,
        Instant from,
        @Nullable Instant until,
        Instant since,
        @Nullable Instant endedAt) {

    static AssignmentView of(Happened happened) {
        var holder = happened.holder();
        var terms = happened.after().terms();
        var position = terms.position();
        return new AssignmentView(
                terms.id().value(),
                terms.firm().value(),
                holder.id(),
                happened.userName(),
                happened.email(),
                position.role(),
                position.level(),
                position.ownerId(),
                position.tenantId(),
                happened.primary(),
                terms.isAccepted(),
                happened.after().status(),
                terms.validity().from(),
                terms.validity().until(),
                terms.validity().from(),
                happened.after() instanceof Ended(var _, var at) ? at : null);
    }
}
