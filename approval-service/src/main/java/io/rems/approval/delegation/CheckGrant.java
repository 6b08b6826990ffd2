package io.rems.approval.delegation;

import io.rems.approval.delegation.domain.Delegation;
import io.rems.approval.delegation.domain.DelegationRefusal;
import io.rems.platform.problem.FieldProblem;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.problem.RequestRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Refuses a delegation whose fields name what the firm does not have, or what cannot be delegated. */
@Service
class CheckGrant {

    private static final String UNKNOWN = "UNKNOWN";

    private final People people;
    private final CheckDelegate checkDelegate;
    private final DelegableCategories categories;

    CheckGrant(People people, CheckDelegate checkDelegate, DelegableCategories categories) {
        this.people = people;
        this.checkDelegate = checkDelegate;
        this.categories = categories;
    }

    Mono<Void> check(Delegation wanted, Horizon horizon) {
        return Mono.zip(
                        ownerProblems(wanted),
                        checkDelegate.problems("delegateId", wanted.delegate()),
                        categoryProblems(wanted))
                .map(found -> Stream.of(found.getT1(), found.getT2(), found.getT3(), inFields(wanted, horizon))
                        .flatMap(List::stream)
                        .toList())
                .flatMap(problems -> problems.isEmpty() ? held(horizon) : Mono.error(new InvalidRequest(problems)));
    }

    private static Mono<Void> held(Horizon horizon) {
        return horizon.held().isEmpty() ? Mono.error(new RequestRefused(DelegationRefusal.NOTHING_HELD)) : Mono.empty();
    }

    private Mono<List<FieldProblem>> ownerProblems(Delegation wanted) {
        return people.isOwner(wanted.owner())
                .map(known -> known
                        ? List.of()
                        : List.of(new FieldProblem("ownerId", UNKNOWN, "is not an owner of this firm")));
    }

    private Mono<List<FieldProblem>> categoryProblems(Delegation wanted) {
        var named = wanted.limits().categories();
        return categories
                .unknown(named)
                .map(unknown -> unknown.isEmpty()
                        ? List.of()
                        : List.of(new FieldProblem(
                                "categoryIds", UNKNOWN, "names a category that the firm does not have")));
    }

    private static List<FieldProblem> inFields(Delegation wanted, Horizon horizon) {
        var problems = new ArrayList<FieldProblem>();
        if (wanted.window().from().isBefore(horizon.today())) {
            problems.add(new FieldProblem("from", "OUT_OF_RANGE", "must not be before today"));
        }
        if (!wanted.limits().properties().stream().allMatch(horizon::holds)) {
            problems.add(new FieldProblem("propertyIds", UNKNOWN, "names a property of which the owner holds nothing"));
        }
        return problems;
    }
}
