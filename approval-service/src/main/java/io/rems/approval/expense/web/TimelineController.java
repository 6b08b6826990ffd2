package io.rems.approval.expense.web;

import io.rems.approval.expense.ExpenseViews;
import io.rems.approval.timeline.Timeline;
import io.rems.approval.timeline.Timelines;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.access.Role;
import io.rems.platform.problem.NotFound;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class TimelineController {

    private final ExpenseViews expenses;
    private final Timelines timelines;

    TimelineController(ExpenseViews expenses, Timelines timelines) {
        this.expenses = expenses;
        this.timelines = timelines;
    }

    /** Recorded, changed, submitted, requested, voted, decided, paid, void: for whoever sees the expense. */
    @GetMapping("/api/v1/expenses/{id}/timeline")
    @RequiresPermission(Permission.EXPENSE_READ)
    Mono<Timeline> timeline(@PathVariable UUID id, Caller caller) {
        return expenses.find(id, caller)
                .switchIfEmpty(Mono.error(() -> new NotFound("expense", id)))
                .flatMap(_ -> timelines.of(id))
                .map(timeline -> seenBy(caller, timeline));
    }

    private static Timeline seenBy(Caller caller, Timeline timeline) {
        return caller.hasRole(Role.OWNER) && caller.ownerId() != null ? timeline.seenBy(caller.ownerId()) : timeline;
    }
}
