package io.rems.approval.category;

import io.rems.platform.Versioned;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.web.IfMatch;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
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
@RequestMapping("/api/v1/expense-types")
class ExpenseTypeController {

    private final KeepExpenseTypes keepTypes;
    private final R2dbcExpenseTypes types;

    ExpenseTypeController(KeepExpenseTypes keepTypes, R2dbcExpenseTypes types) {
        this.keepTypes = keepTypes;
        this.types = types;
    }

    @PostMapping
    @RequiresPermission(Permission.EXPENSE_WRITE)
    Mono<ResponseEntity<ExpenseType>> add(@Valid @RequestBody ExpenseTypeRequest request) {
        return keepTypes
                .add(request.added())
                .map(added -> Responses.created(
                        "/api/v1/expense-types/" + added.value().id(), added.version(), added.value()));
    }

    @PutMapping("/{id}")
    @RequiresPermission(Permission.EXPENSE_WRITE)
    Mono<ResponseEntity<ExpenseType>> change(
            @PathVariable UUID id, IfMatch ifMatch, @Valid @RequestBody ExpenseTypeChange request) {
        return keepTypes.change(id, request, ifMatch.version()).map(ExpenseTypeController::respond);
    }

    /** What is recorded with it stays; further expenses are refused it. */
    @PostMapping("/{id}/deactivation")
    @RequiresPermission(Permission.EXPENSE_WRITE)
    Mono<ResponseEntity<ExpenseType>> deactivate(@PathVariable UUID id) {
        return keepTypes.setActive(id, false).map(ExpenseTypeController::respond);
    }

    @PostMapping("/{id}/activation")
    @RequiresPermission(Permission.EXPENSE_WRITE)
    Mono<ResponseEntity<ExpenseType>> activate(@PathVariable UUID id) {
        return keepTypes.setActive(id, true).map(ExpenseTypeController::respond);
    }

    @GetMapping("/{id}")
    @RequiresPermission(Permission.EXPENSE_READ)
    Mono<ResponseEntity<ExpenseType>> get(@PathVariable UUID id) {
        return types.get(id).map(ExpenseTypeController::respond);
    }

    @GetMapping
    @RequiresPermission(Permission.EXPENSE_READ)
    Mono<Page<ExpenseType>> list(
            @RequestParam(required = false) @Nullable UUID categoryId,
            @RequestParam(required = false) @Nullable Boolean active,
            ListQuery query) {
        return types.page(categoryId, active, query);
    }

    private static ResponseEntity<ExpenseType> respond(Versioned<ExpenseType> kept) {
        return Responses.withVersion(kept.version(), kept.value());
    }
}
