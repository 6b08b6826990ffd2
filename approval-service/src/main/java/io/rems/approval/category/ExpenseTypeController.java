package io.rems.approval.category;

import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/expense-types")
class ExpenseTypeController {

    private final AddExpenseType addExpenseType;
    private final R2dbcExpenseTypes types;

    ExpenseTypeController(AddExpenseType addExpenseType, R2dbcExpenseTypes types) {
        this.addExpenseType = addExpenseType;
        this.types = types;
    }

    @PostMapping
    @RequiresPermission(Permission.EXPENSE_WRITE)
    Mono<ResponseEntity<ExpenseType>> add(@Valid @RequestBody ExpenseTypeRequest request) {
        return addExpenseType
                .add(request.expenseType())
                .map(added -> Responses.created(
                        "/api/v1/expense-types/" + added.value().id(), added.version(), added.value()));
    }

    @GetMapping("/{id}")
    @RequiresPermission(Permission.EXPENSE_READ)
    Mono<ResponseEntity<ExpenseType>> get(@PathVariable UUID id) {
        return types.get(id).map(found -> Responses.withVersion(found.version(), found.value()));
    }

    @GetMapping
    @RequiresPermission(Permission.EXPENSE_READ)
    Mono<Page<ExpenseType>> list(ListQuery query) {
        return types.page(query);
    }
}
