package io.rems.approval.expense;

import io.rems.approval.expense.domain.Details;
import io.rems.platform.problem.FieldProblem;
import io.rems.platform.problem.InvalidRequest;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Refuses categories and types that are not offered any longer, vendors who are blocked, and archived premises. */
@Service
public class CheckReferences {

    private static final String VENDOR = "vendorId";

    private final References references;

    CheckReferences(References references) {
        this.references = references;
    }

    public Mono<Void> check(Details details) {
        return refuse(details, _ -> true);
    }

    /** The same for what no foreign key will check. */
    Mono<Void> checkUnrecorded(Details details) {
        return references.unknown(details).flatMap(CheckReferences::refused).then(Mono.defer(() -> check(details)));
    }

    /** What stays as it was may stay. */
    public Mono<Void> checkChanged(Details before, Details after) {
        var fields = before.differing(after);
        return refuse(after, problem -> fields.contains(problem.field()));
    }

    /** For what was recorded with a category that was offered then. */
    Mono<Void> checkVendor(Details details) {
        return details.vendor() == null
                ? Mono.empty()
                : refuse(details, problem -> problem.field().equals(VENDOR));
    }

    public Mono<Boolean> isVendorBlocked(Details details) {
        return details.vendor() == null
                ? Mono.just(false)
                : references
                        .problems(details)
                        .map(problems -> problems.stream()
                                .anyMatch(problem -> problem.field().equals(VENDOR)));
    }

    private Mono<Void> refuse(Details details, Predicate<FieldProblem> counts) {
        return references
                .problems(details)
                .map(problems -> problems.stream().filter(counts).toList())
                .flatMap(CheckReferences::refused);
    }

    private static Mono<Void> refused(List<FieldProblem> problems) {
        return problems.isEmpty() ? Mono.empty() : Mono.error(new InvalidRequest(problems));
    }
}
