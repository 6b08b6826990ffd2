package io.rems.approval.decision.web;

import io.rems.approval.decision.DecideOnExpense;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.web.DecisionOutcomes.Each;
import io.rems.approval.many.EachByItself;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.web.OwnTransactions;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class DecisionsController {

    private final DecideOnExpense decideOnExpense;

    DecisionsController(DecideOnExpense decideOnExpense) {
        this.decideOnExpense = decideOnExpense;
    }

    /** Each on its own; repeated, those that were decided on are refused with the outcome. */
    @PostMapping("/api/v1/approvals/decisions")
    @OwnTransactions
    @RequiresPermission(Permission.EXPENSE_DECIDE_MANY)
    Mono<DecisionOutcomes> decide(@Valid @RequestBody Decisions decisions, Caller caller) {
        decisions.check();
        return EachByItself.of(
                        decisions.distinct(),
                        id -> decideOnExpense.decide(
                                new ExpenseId(id),
                                decisions.verdict(),
                                decisions.comment(),
                                SpokenFor.of(decisions.onBehalfOf()),
                                caller),
                        (id, request) -> Mono.just(Each.counted(id, DecisionView.of(request))),
                        (id, problem) -> Mono.just(Each.refused(id, problem)))
                .map(DecisionOutcomes::new);
    }
}
