package io.rems.approval.decision.messaging;

import io.rems.approval.decision.domain.ApprovalEvent.ApprovalEscalated;
import io.rems.approval.decision.domain.ApprovalEvent.ApprovalExtended;
import io.rems.approval.decision.domain.ApprovalEvent.ApprovalPaused;
import io.rems.approval.decision.domain.ApprovalEvent.ApprovalReassigned;
import io.rems.approval.decision.domain.ApprovalEvent.ApprovalReminded;
import io.rems.approval.decision.domain.ApprovalEvent.ApprovalResumed;
import io.rems.approval.decision.domain.Ballot;
import io.rems.approval.decision.domain.Matter;
import io.rems.approval.decision.domain.Substitute;
import io.rems.approval.decision.messaging.ClockMessage.ApprovalEscalatedV1;
import io.rems.approval.decision.messaging.ClockMessage.ApprovalExtendedV1;
import io.rems.approval.decision.messaging.ClockMessage.ApprovalPausedV1;
import io.rems.approval.decision.messaging.ClockMessage.ApprovalReassignedV1;
import io.rems.approval.decision.messaging.ClockMessage.ApprovalRemindedV1;
import io.rems.approval.decision.messaging.ClockMessage.ApprovalResumedV1;
import io.rems.platform.events.Message;
import java.util.List;

/** How it is told what time brings, and what is done about it. */
final class ClockContract {

    private static final VoterV1 ADMINISTRATORS = new VoterV1("ADMINISTRATORS", null, "0");

    private ClockContract() {}

    static Message reminded(ApprovalReminded event, long version) {
        var matter = event.matter();
        return message(
                matter,
                version,
                new ApprovalRemindedV1(
                        matter.expense().value(),
                        matter.round().number(),
                        matter.property().value(),
                        matter.propertyName(),
                        matter.amount(),
                        matter.description(),
                        event.escalated() ? List.of(ADMINISTRATORS) : silent(event.ballot()),
                        event.escalated(),
                        event.deadline(),
                        event.notice().dueAt(),
                        event.notice().late(),
                        event.notice().at()));
    }

    static Message escalated(ApprovalEscalated event, long version) {
        var matter = event.matter();
        return message(
                matter,
                version,
                new ApprovalEscalatedV1(
                        matter.expense().value(),
                        matter.round().number(),
                        matter.property().value(),
                        matter.propertyName(),
                        matter.amount(),
                        matter.description(),
                        event.level().number(),
                        event.level(),
                        event.cause(),
                        silent(event.ballot()),
                        event.deadline(),
                        event.notice().dueAt(),
                        event.notice().late(),
                        event.notice().at()));
    }

    static Message paused(ApprovalPaused event, long version) {
        var matter = event.matter();
        return message(
                matter,
                version,
                new ApprovalPausedV1(
                        matter.expense().value(),
                        matter.round().number(),
                        matter.property().value(),
                        matter.propertyName(),
                        matter.amount(),
                        matter.description(),
                        event.reason().by().value(),
                        event.reason().text(),
                        event.until(),
                        event.reason().at()));
    }

    static Message resumed(ApprovalResumed event, long version) {
        var matter = event.matter();
        var reason = event.reason();
        return message(
                matter,
                version,
                new ApprovalResumedV1(
                        matter.expense().value(),
                        matter.round().number(),
                        matter.property().value(),
                        matter.propertyName(),
                        matter.amount(),
                        matter.description(),
                        reason == null ? null : reason.by().value(),
                        reason == null ? null : reason.text(),
                        event.deadline(),
                        event.at()));
    }

    static Message extended(ApprovalExtended event, long version) {
        var matter = event.matter();
        return message(
                matter,
                version,
                new ApprovalExtendedV1(
                        matter.expense().value(),
                        matter.round().number(),
                        matter.property().value(),
                        matter.propertyName(),
                        matter.amount(),
                        matter.description(),
                        event.reason().by().value(),
                        event.reason().text(),
                        event.previous(),
                        event.deadline(),
                        event.reason().at()));
    }

    static Message reassigned(ApprovalReassigned event, long version) {
        var matter = event.matter();
        return message(
                matter,
                version,
                new ApprovalReassignedV1(
                        matter.expense().value(),
                        matter.round().number(),
                        matter.property().value(),
                        matter.propertyName(),
                        matter.amount(),
                        matter.description(),
                        VoterV1.of(event.seat()),
                        switch (event.to()) {
                            case Substitute.Administrators _ -> null;
                            case Substitute.User(var person) -> person.value();
                        },
                        event.reason().by().value(),
                        event.reason().text(),
                        event.reason().at()));
    }

    private static Message message(Matter matter, long version, ClockMessage data) {
        return Message.of(matter.expense().value(), version, data);
    }

    private static List<VoterV1> silent(Ballot ballot) {
        return ballot.silent().stream().map(VoterV1::of).toList();
    }
}
