package io.rems.approval.decision.messaging;

import io.rems.approval.decision.domain.ApprovalEvent;
import io.rems.approval.decision.domain.DelegationId;
import io.rems.approval.decision.domain.Mandate;
import io.rems.approval.decision.domain.Matter;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.decision.domain.Remark;
import io.rems.approval.decision.domain.Verdict;
import io.rems.approval.decision.messaging.ApprovalMessage.ApprovalDecidedV1;
import io.rems.approval.decision.messaging.ApprovalMessage.ApprovalRequestedV1;
import io.rems.approval.decision.messaging.ApprovalMessage.ApprovalReroutedV1;
import io.rems.approval.decision.messaging.ApprovalMessage.ApprovalReturnedV1;
import io.rems.approval.decision.messaging.ApprovalMessage.ApprovalVoteCastV1;
import io.rems.approval.decision.messaging.ApprovalMessage.ApprovalWithdrawnV1;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.platform.events.Message;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How each event is told; one that nobody has thought of does not compile. */
final class ApprovalContract {

    private ApprovalContract() {}

    static Message message(ApprovalEvent event, long version) {
        return switch (event) {
            case ApprovalEvent.ApprovalRequested requested ->
                message(requested.matter(), version, requested(requested, requested.matter()));
            case ApprovalEvent.VoteCast cast -> message(cast.matter(), version, cast(cast, cast.matter()));
            case ApprovalEvent.ApprovalDecided decided ->
                message(decided.matter(), version, decided(decided, decided.matter()));
            case ApprovalEvent.ApprovalReturned returned ->
                message(returned.matter(), version, returned(returned, returned.matter()));
            case ApprovalEvent.ApprovalWithdrawn withdrawn ->
                message(withdrawn.matter(), version, withdrawn(withdrawn.reason(), withdrawn.matter()));
            case ApprovalEvent.ApprovalRerouted rerouted ->
                message(
                        rerouted.request().matter(),
                        version,
                        rerouted(rerouted, rerouted.request().matter()));
            case ApprovalEvent.ApprovalReminded reminded -> ClockContract.reminded(reminded, version);
            case ApprovalEvent.ApprovalEscalated escalated -> ClockContract.escalated(escalated, version);
            case ApprovalEvent.ApprovalPaused paused -> ClockContract.paused(paused, version);
            case ApprovalEvent.ApprovalResumed resumed -> ClockContract.resumed(resumed, version);
            case ApprovalEvent.ApprovalReassigned reassigned -> ClockContract.reassigned(reassigned, version);
            case ApprovalEvent.ApprovalExtended extended -> ClockContract.extended(extended, version);
        };
    }

    private static ApprovalMessage requested(ApprovalEvent.ApprovalRequested event, Matter matter) {
        return new ApprovalRequestedV1(
                matter.expense().value(),
                matter.round().number(),
                matter.property().value(),
                matter.propertyName(),
                matter.category(),
                matter.amount(),
                matter.date(),
                matter.description(),
                id(matter.round().submitter()),
                event.ballot().rule(),
                VoterV1.of(event.ballot()),
                event.at(),
                event.deadline());
    }

    private static ApprovalMessage cast(ApprovalEvent.VoteCast event, Matter matter) {
        return new ApprovalVoteCastV1(
                matter.expense().value(),
                matter.round().number(),
                matter.property().value(),
                matter.propertyName(),
                matter.amount(),
                matter.description(),
                VoterV1.of(event.seat()),
                event.vote().by().value(),
                onBehalfOf(event.vote().mandate()),
                delegations(event.vote().mandate()),
                event.vote().verdict(),
                event.vote().comment(),
                event.vote().saidOn(),
                event.vote().at());
    }

    private static ApprovalMessage decided(ApprovalEvent.ApprovalDecided event, Matter matter) {
        var decision = event.decision();
        return new ApprovalDecidedV1(
                matter.expense().value(),
                matter.round().number(),
                matter.property().value(),
                matter.propertyName(),
                matter.category(),
                matter.amount(),
                matter.date(),
                matter.description(),
                id(matter.round().submitter()),
                event.ballot().rule(),
                decision.verdict(),
                event.ballot().share(Verdict.APPROVED).toString(),
                event.ballot().share(Verdict.REJECTED).toString(),
                decision.automatic(),
                id(decision.by()),
                decision.comment(),
                decision.at());
    }

    private static ApprovalMessage returned(ApprovalEvent.ApprovalReturned event, Matter matter) {
        return new ApprovalReturnedV1(
                matter.expense().value(),
                matter.round().number(),
                matter.property().value(),
                matter.propertyName(),
                matter.amount(),
                matter.description(),
                id(matter.round().submitter()),
                event.reason().by().value(),
                event.reason().text(),
                event.returnsLeft(),
                event.reason().at(),
                event.reason().onBehalfOf().stream().map(OwnerId::value).toList(),
                event.reason().delegations().stream().map(DelegationId::value).toList());
    }

    private static ApprovalMessage withdrawn(Remark reason, Matter matter) {
        return new ApprovalWithdrawnV1(
                matter.expense().value(),
                matter.round().number(),
                matter.property().value(),
                matter.propertyName(),
                matter.amount(),
                matter.description(),
                id(matter.round().submitter()),
                reason.by().value(),
                reason.text(),
                reason.at());
    }

    private static ApprovalMessage rerouted(ApprovalEvent.ApprovalRerouted event, Matter matter) {
        var request = event.request();
        return new ApprovalReroutedV1(
                matter.expense().value(),
                matter.round().number(),
                matter.property().value(),
                matter.propertyName(),
                matter.amount(),
                matter.description(),
                request.ballot().rule(),
                VoterV1.of(event.before()),
                VoterV1.of(request.ballot()),
                KeptVoteV1.of(request.ballot()),
                event.reason().by().value(),
                event.reason().text(),
                request.requestedAt(),
                request.deadline(),
                event.reason().at());
    }

    private static Message message(Matter matter, long version, ApprovalMessage data) {
        return Message.of(matter.expense().value(), version, data);
    }

    private static @Nullable UUID onBehalfOf(@Nullable Mandate mandate) {
        return mandate == null ? null : mandate.owner().value();
    }

    private static List<UUID> delegations(@Nullable Mandate mandate) {
        return mandate == null
                ? List.of()
                : mandate.delegations().stream().map(DelegationId::value).toList();
    }

    private static @Nullable UUID id(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }
}
