package io.rems.firm.assignment.messaging;

import io.rems.firm.assignment.AssignmentMessages;
import io.rems.firm.assignment.domain.Assignment.Ended;
import io.rems.firm.assignment.domain.AssignmentEvent;
import io.rems.firm.assignment.domain.AssignmentEvent.Happened;
import io.rems.firm.assignment.domain.AssignmentEvent.PrimaryMoved;
import io.rems.firm.assignment.domain.Change;
import io.rems.firm.assignment.domain.Holder;
import io.rems.platform.access.FirmId;
import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The public, versioned form of what happens to assignments. */
@Component
class AssignmentEventContract implements AssignmentMessages {

    @PublishedEvent(
            type = "rems.firm.PrimaryFirmChanged.v1",
            subject = "user",
            description = "Another firm is meant when the user names none.")
    record PrimaryFirmChanged(
            UUID userId, @Nullable UUID firmId, @Nullable UUID previousFirmId) {}

    @Override
    public Addressed of(AssignmentEvent event) {
        return switch (event) {
            case Happened happened -> happened(happened);
            case PrimaryMoved(var holder, var from, var to) -> primaryChanged(holder, from, to);
        };
    }

    private static Addressed happened(Happened happened) {
        var terms = happened.after().terms();
        var data = happened.after() instanceof Ended(var _, var at)
                ? AssignmentEnded.of(happened, at)
                : AssignmentDetails.of(happened);
        var message = new Message(type(happened.change()), terms.id().value(), terms.version(), data);
        return new Addressed(terms.firm(), message);
    }

    private static String type(Change change) {
        return switch (change) {
            case GRANTED -> AssignmentDetails.GRANTED;
            case ACCEPTED -> AssignmentDetails.ACCEPTED;
            case STARTED -> AssignmentDetails.STARTED;
            case CHANGED -> AssignmentDetails.CHANGED;
            case SUSPENDED -> AssignmentDetails.SUSPENDED;
            case RESUMED -> AssignmentDetails.RESUMED;
            case ENDED -> AssignmentEnded.TYPE;
        };
    }

    private static Addressed primaryChanged(Holder holder, @Nullable FirmId from, @Nullable FirmId to) {
        var data =
                new PrimaryFirmChanged(holder.id(), to == null ? null : to.value(), from == null ? null : from.value());
        return new Addressed(FirmId.PLATFORM, Message.of(holder.id(), holder.version() + 1, data));
    }
}
