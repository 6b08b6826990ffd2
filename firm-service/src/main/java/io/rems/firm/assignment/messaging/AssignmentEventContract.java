package io.rems.firm.assignment.messaging;

import io.rems.firm.assignment.AssignmentMessages;
import io.rems.firm.assignment.domain.Assignment;
import io.rems.firm.assignment.domain.AssignmentEvent;
import io.rems.firm.assignment.domain.AssignmentEvent.Ended;
import io.rems.firm.assignment.domain.AssignmentEvent.Granted;
import io.rems.firm.assignment.domain.AssignmentEvent.PrimaryMoved;
import io.rems.firm.assignment.domain.Holder;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The public, versioned form of what happens to assignments. */
@Component
class AssignmentEventContract implements AssignmentMessages {

    @PublishedEvent(
            type = "rems.firm.AssignmentGranted.v1",
            subject = "assignment",
            description = "A user has a role in the firm.")
    record AssignmentGranted(
            UUID assignmentId,
            UUID userId,
            String userName,
            String email,
            Role role,
            AccessLevel accessLevel,
            @Nullable UUID ownerId,
            @Nullable UUID tenantId,
            boolean primary) {}

    @PublishedEvent(
            type = "rems.firm.AssignmentEnded.v1",
            subject = "assignment",
            description = "A user no longer has that role in the firm.")
    record AssignmentEnded(UUID assignmentId, UUID userId, Instant endedAt) {}

    @PublishedEvent(
            type = "rems.firm.PrimaryFirmChanged.v1",
            subject = "user",
            description = "Another firm is meant when the user names none.")
    record PrimaryFirmChanged(
            UUID userId, @Nullable UUID firmId, @Nullable UUID previousFirmId) {}

    @Override
    public Addressed of(AssignmentEvent event) {
        return switch (event) {
            case Granted(var holder, var assignment, var primary) -> granted(holder, assignment, primary);
            case Ended(var holder, var assignment, var at) -> ended(holder, assignment, at);
            case PrimaryMoved(var holder, var from, var to) -> primaryChanged(holder, from, to);
        };
    }

    private static Addressed granted(Holder holder, Assignment assignment, boolean primary) {
        var position = assignment.position();
        var data = new AssignmentGranted(
                assignment.id().value(),
                holder.id(),
                holder.name(),
                holder.email(),
                position.role(),
                position.level(),
                position.ownerId(),
                position.tenantId(),
                primary);
        return addressed(assignment, assignment.version(), data);
    }

    private static Addressed ended(Holder holder, Assignment assignment, Instant at) {
        var data = new AssignmentEnded(assignment.id().value(), holder.id(), at);
        return addressed(assignment, assignment.version() + 1, data);
    }

    private static Addressed addressed(Assignment assignment, long version, Object data) {
        return new Addressed(assignment.firm(), Message.of(assignment.id().value(), version, data));
    }

    private static Addressed primaryChanged(Holder holder, @Nullable FirmId from, @Nullable FirmId to) {
        var data =
                new PrimaryFirmChanged(holder.id(), to == null ? null : to.value(), from == null ? null : from.value());
        return new Addressed(FirmId.PLATFORM, Message.of(holder.id(), holder.version() + 1, data));
    }
}
