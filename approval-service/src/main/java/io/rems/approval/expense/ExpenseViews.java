package io.rems.approval.expense;

import io.rems.platform.access.Caller;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Expenses for reading, straight from the database. Owners see those of properties that they hold on the expense date,
 * once submitted, and what those are asked about in whose stead they act; everybody else in the firm sees all.
 */
public interface ExpenseViews {

    /** Empty where there is none, or none that the caller may see. */
    Mono<ExpenseView> find(UUID id, Caller caller);

    Mono<Page<ExpenseView>> list(ExpenseFilter filter, ListQuery query, Caller caller);
}
