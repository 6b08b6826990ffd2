package io.rems.reporting.feed;

import static io.rems.reporting.approvals.ExpenseState.DRAFT;
import static io.rems.reporting.approvals.ExpenseState.ESCALATED;
import static io.rems.reporting.approvals.ExpenseState.PAID;
import static io.rems.reporting.approvals.ExpenseState.PENDING;
import static io.rems.reporting.approvals.ExpenseState.RETURNED;
import static io.rems.reporting.approvals.ExpenseState.SUBMITTED;
import static io.rems.reporting.approvals.ExpenseState.VOID;
import static io.rems.reporting.approvals.ExpenseState.WITHDRAWN;

import io.rems.platform.events.EventSubscription;
import io.rems.platform.events.EventSubscription.Heard;
import io.rems.platform.events.ReceivedEvent;
import io.rems.reporting.approvals.ApprovalDecided;
import io.rems.reporting.approvals.ApprovalEscalated;
import io.rems.reporting.approvals.ApprovalRequested;
import io.rems.reporting.approvals.ApprovalRerouted;
import io.rems.reporting.approvals.ApprovalVoteCast;
import io.rems.reporting.approvals.ExpenseImported;
import io.rems.reporting.approvals.ExpenseRecorded;
import io.rems.reporting.approvals.ExpenseState;
import io.rems.reporting.approvals.Expenses;
import io.rems.reporting.portfolio.Holdings;
import io.rems.reporting.progress.Freshness;
import io.rems.reporting.statistics.Tallies;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What approval-service's events do to the read models. */
@Configuration(proxyBeanMethods = false)
class ApprovalFeed {
    private final Freshness freshness;
    private final Expenses expenses;
    private final Holdings holdings;
    private final Tallies tallies;

    ApprovalFeed(Freshness freshness, Expenses expenses, Holdings holdings, Tallies tallies) {
        this.freshness = freshness;
        this.expenses = expenses;
        this.holdings = holdings;
        this.tallies = tallies;
    }

    @Bean
    EventSubscription approvalReadModels() {
        return EventSubscription.named("read-models-approval")
                .from("approval")
                .first(freshness::advance)
                .on(
                        "rems.approval.ExpenseRecorded.v1",
                        ExpenseRecorded.class,
                        (event, expense) -> apply(
                                event, DRAFT, expenses.recorded(event, expense).then(divided(event))))
                .on("rems.approval.ExpenseSubmitted.v1", JsonNode.class, (event, _) -> entered(event, SUBMITTED))
                .on(
                        "rems.approval.ApprovalRequested.v1",
                        ApprovalRequested.class,
                        (event, request) -> apply(event, PENDING, expenses.requested(event, request)))
                .on("rems.approval.ApprovalVoteCast.v1", ApprovalVoteCast.class, expenses::voted)
                .on("rems.approval.ApprovalRerouted.v1", ApprovalRerouted.class, expenses::rerouted)
                .onTogether("rems.approval.ApprovalEscalated.v1", ApprovalEscalated.class, this::escalated)
                .on("rems.approval.ApprovalReturned.v1", JsonNode.class, (event, _) -> entered(event, RETURNED))
                .on("rems.approval.ApprovalWithdrawn.v1", JsonNode.class, (event, _) -> entered(event, WITHDRAWN))
                .on(
                        "rems.approval.ApprovalDecided.v1",
                        ApprovalDecided.class,
                        (event, decision) -> entered(event, ExpenseState.valueOf(decision.verdict())))
                .on(
                        "rems.approval.ExpenseImported.v1",
                        ExpenseImported.class,
                        (event, expense) -> entered(event, ExpenseState.valueOf(expense.verdict())))
                .on(
                        "rems.approval.ExpenseChanged.v1",
                        ExpenseRecorded.class,
                        (event, expense) -> expenses.changed(event, expense).then(divided(event)))
                .on("rems.approval.ExpensePaid.v1", JsonNode.class, (event, _) -> entered(event, PAID))
                .on("rems.approval.ExpenseVoided.v1", JsonNode.class, (event, _) -> gone(event))
                .on("rems.approval.ExpenseDeleted.v1", JsonNode.class, (event, _) -> gone(event))
                .onAny((_, _) -> Mono.empty());
    }

    /** Of these very many come at once. */
    private Mono<Void> escalated(List<Heard<ApprovalEscalated>> escalations) {
        var first = escalations.stream()
                .filter(escalation -> escalation.data().isFirst())
                .toList();
        return first.isEmpty()
                ? Mono.empty()
                : expenses.escalated(first)
                        .then(tallies.count(
                                first.stream().map(Heard::event).toList(), ESCALATED.step(), "expense." + ESCALATED));
    }

    private Mono<Void> entered(ReceivedEvent event, ExpenseState state) {
        return apply(event, state, expenses.entered(event, state).then(divided(event)));
    }

    /** It is counted as nothing any more. */
    private Mono<Void> gone(ReceivedEvent event) {
        return expenses.entered(event, VOID).then(divided(event)).then(tallies.discount(event, VOID.step()));
    }

    /** Whether an expense counts for its owners can only change where its facts come in or its state ends. */
    private Mono<Void> divided(ReceivedEvent event) {
        return holdings.divide(event.subject());
    }

    private Mono<Void> apply(ReceivedEvent event, ExpenseState state, Mono<Void> change) {
        return change.then(tallies.count(event, state.step(), "expense." + state));
    }
}
