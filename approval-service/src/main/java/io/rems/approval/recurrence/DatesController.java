package io.rems.approval.recurrence;

import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** On which days expenses will come, before they do. */
@RestController
@RequestMapping("/api/v1/recurring-expenses")
class DatesController {

    private final R2dbcRecurringExpenses recurring;

    DatesController(R2dbcRecurringExpenses recurring) {
        this.recurring = recurring;
    }

    record Dates(List<LocalDate> dates) {}

    /** The next days of what is active; none of what is not. */
    @GetMapping("/{id}/dates")
    @RequiresPermission(Permission.EXPENSE_WRITE)
    Mono<Dates> dates(@PathVariable UUID id, @RequestParam(defaultValue = "12") @Min(1) @Max(120) int count) {
        return recurring.get(id).map(found -> new Dates(coming(found.value(), count)));
    }

    /** The first days of a schedule that nobody has kept yet. */
    @PostMapping("/preview")
    @RequiresPermission(Permission.EXPENSE_WRITE)
    Mono<Dates> preview(
            @Valid @RequestBody ScheduleBody schedule, @RequestParam(defaultValue = "12") @Min(1) @Max(120) int count) {
        var days = schedule.schedule();
        return Mono.just(new Dates(days.next(days.from(), count)));
    }

    private static List<LocalDate> coming(RecurringExpense recurring, int count) {
        var next = recurring.nextOn();
        return next == null || recurring.status() != RecurringStatus.ACTIVE
                ? List.of()
                : recurring.schedule().next(next, count);
    }
}
