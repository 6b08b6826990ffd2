package io.rems.approval.recurrence;

import io.rems.approval.recurrence.R2dbcOccurrences.Occurrence;
import io.rems.platform.Versioned;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.web.IfMatch;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.OwnTransactions;
import io.rems.platform.web.Page;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/recurring-expenses")
class RecurringController {

    private final KeepRecurring keepRecurring;
    private final R2dbcRecurringExpenses recurring;
    private final R2dbcOccurrences occurrences;

    RecurringController(KeepRecurring keepRecurring, R2dbcRecurringExpenses recurring, R2dbcOccurrences occurrences) {
        this.keepRecurring = keepRecurring;
        this.recurring = recurring;
        this.occurrences = occurrences;
    }

    record Pause(@NotBlank @Size(max = 2000) String reason) {}

    record Resumption(@Nullable LocalDate from) {}

    record Occurrences(List<Occurrence> items) {}

    @PostMapping
    @OwnTransactions
    @RequiresPermission(Permission.EXPENSE_WRITE)
    Mono<ResponseEntity<RecurringView>> add(@Valid @RequestBody RecurringRequest request, Caller caller) {
        return keepRecurring
                .add(request.recurring(request.identifier(), caller))
                .map(added -> Responses.created(
                        "/api/v1/recurring-expenses/" + added.value().id(), added.version(), RecurringView.of(added)));
    }

    /** For what is still to come. */
    @PutMapping("/{id}")
    @RequiresPermission(Permission.EXPENSE_WRITE)
    Mono<ResponseEntity<RecurringView>> change(
            @PathVariable UUID id, IfMatch ifMatch, @Valid @RequestBody RecurringRequest request, Caller caller) {
        return keepRecurring
                .change(request.recurring(id, caller), ifMatch.version())
                .map(RecurringController::respond);
    }

    @PostMapping("/{id}/pause")
    @RequiresPermission(Permission.EXPENSE_WRITE)
    Mono<ResponseEntity<RecurringView>> pause(@PathVariable UUID id, @Valid @RequestBody Pause pause) {
        return keepRecurring.pause(id, pause.reason()).map(RecurringController::respond);
    }

    /** From today on, or from an earlier day, so that what was missed is caught up with. */
    @PostMapping("/{id}/resumption")
    @RequiresPermission(Permission.EXPENSE_WRITE)
    Mono<ResponseEntity<RecurringView>> resume(
            @PathVariable UUID id, @RequestBody(required = false) @Nullable Resumption resumption) {
        return keepRecurring
                .resume(id, resumption == null ? null : resumption.from())
                .map(RecurringController::respond);
    }

    @PostMapping("/{id}/end")
    @RequiresPermission(Permission.EXPENSE_WRITE)
    Mono<ResponseEntity<RecurringView>> end(@PathVariable UUID id) {
        return keepRecurring.end(id).map(RecurringController::respond);
    }

    @GetMapping("/{id}")
    @RequiresPermission(Permission.EXPENSE_WRITE)
    Mono<ResponseEntity<RecurringView>> get(@PathVariable UUID id) {
        return recurring.get(id).map(RecurringController::respond);
    }

    @GetMapping
    @RequiresPermission(Permission.EXPENSE_WRITE)
    Mono<Page<RecurringView>> list(
            @RequestParam(required = false) @Nullable RecurringStatus status,
            @RequestParam(required = false) @Nullable UUID propertyId,
            ListQuery query) {
        return recurring.page(status, propertyId, query);
    }

    /** What was recorded, the latest first, at most 200. */
    @GetMapping("/{id}/occurrences")
    @RequiresPermission(Permission.EXPENSE_WRITE)
    Mono<Occurrences> occurrences(@PathVariable UUID id) {
        return recurring.get(id).flatMap(_ -> occurrences.of(id)).map(Occurrences::new);
    }

    private static ResponseEntity<RecurringView> respond(Versioned<RecurringExpense> kept) {
        return Responses.withVersion(kept.version(), RecurringView.of(kept));
    }
}
