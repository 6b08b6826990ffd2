package io.rems.reporting.processing;

import io.rems.platform.events.EventSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A subscription of its own, so that a service that ran before there were times here hears of all of them. */
@Configuration(proxyBeanMethods = false)
class ProcessingFeed {

    @Bean
    EventSubscription approvalTimes(R2dbcRounds rounds) {
        return EventSubscription.named("approval-times")
                .from("approval")
                .on("rems.approval.ApprovalRequested.v1", Told.Requested.class, rounds::requested)
                .onTogether("rems.approval.ApprovalEscalated.v1", Told.Escalated.class, rounds::escalated)
                .on("rems.approval.ApprovalExtended.v1", Told.Extended.class, rounds::extended)
                .on("rems.approval.ApprovalVoteCast.v1", Told.VoteCast.class, rounds::answered)
                .on(
                        "rems.approval.ApprovalDecided.v1",
                        Told.Decided.class,
                        (event, data) ->
                                rounds.ended(event, data.round(), data.propertyId(), data.ending(), data.decidedAt()))
                .on(
                        "rems.approval.ApprovalReturned.v1",
                        Told.Returned.class,
                        (event, data) ->
                                rounds.ended(event, data.round(), data.propertyId(), "RETURNED", data.returnedAt()))
                .on(
                        "rems.approval.ApprovalWithdrawn.v1",
                        Told.Withdrawn.class,
                        (event, data) ->
                                rounds.ended(event, data.round(), data.propertyId(), "WITHDRAWN", data.withdrawnAt()));
    }
}
