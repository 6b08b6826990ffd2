package io.rems.approval.expense.web;

import io.rems.approval.expense.ExpenseFilter;
import io.rems.approval.expense.ExpenseView;
import io.rems.approval.expense.ExpenseViews;
import io.rems.approval.expense.domain.ExpenseState;
import io.rems.approval.routing.domain.Priority;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class ExpenseListController {

    private final ExpenseViews expenses;

    ExpenseListController(ExpenseViews expenses) {
        this.expenses = expenses;
    }

    /**
     * Dates are expense dates, both inclusive; amounts are in major units of the currency, which they need. The state may
     * be given several times.
     */
    @GetMapping("/api/v1/expenses")
    @RequiresPermission(Permission.EXPENSE_READ)
    Mono<Page<ExpenseView>> list(
            @RequestParam(required = false) @Nullable List<ExpenseState> state,
            @RequestParam(required = false) @Nullable UUID propertyId,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) @Nullable UUID categoryId,
            @RequestParam(required = false) @Nullable UUID typeId,
            @RequestParam(required = false) @Nullable UUID vendorId,
            @RequestParam(required = false) @Nullable UUID submitter,
            @RequestParam(required = false) @Nullable Priority priority,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Currency currency,
            @RequestParam(required = false) @Nullable BigDecimal minAmount,
            @RequestParam(required = false) @Nullable BigDecimal maxAmount,
            @RequestParam(required = false) @Nullable Boolean hasAttachment,
            ListQuery query,
            Caller caller) {
        var filter = new ExpenseFilter(
                state,
                propertyId,
                unitId,
                categoryId,
                typeId,
                vendorId,
                submitter,
                priority,
                from,
                to,
                currency,
                minAmount,
                maxAmount,
                hasAttachment);
        return expenses.list(filter, query, caller);
    }
}
