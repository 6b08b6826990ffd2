package io.rems.approval.expense;

import io.rems.approval.expense.domain.Details;
import io.rems.platform.problem.FieldProblem;
import java.util.List;
import reactor.core.publisher.Mono;

/** What an expense refers to beyond property and unit, as far as the firm still offers it for further ones. */
public interface References {

    /** The fields with a category or type that is not active, or a vendor who is blocked. */
    Mono<List<FieldProblem>> problems(Details details);
}
