package io.rems.approval.expense;

import io.rems.approval.expense.domain.Details;
import io.rems.platform.problem.FieldProblem;
import java.util.List;
import reactor.core.publisher.Mono;

/** What an expense refers to, as far as the firm still offers it for further ones. */
public interface References {

    /** The fields with a category or type that is not active, a vendor who is blocked, premises that are archived. */
    Mono<List<FieldProblem>> problems(Details details);

    /** The fields with a category, type or vendor that the firm does not have. */
    Mono<List<FieldProblem>> unknown(Details details);
}
