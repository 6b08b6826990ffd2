package io.rems.approval.delegation;

import io.rems.approval.decision.domain.PersonId;
import io.rems.platform.problem.FieldProblem;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Whether somebody can decide in another's stead at all: a user of the firm whose role lets him decide. */
@Service
public class CheckDelegate {

    private final People people;

    CheckDelegate(People people) {
        this.people = people;
    }

    /** @param field in which he is named */
    public Mono<List<FieldProblem>> problems(String field, PersonId person) {
        return people.find(person)
                .map(member -> problems(field, member))
                .defaultIfEmpty(List.of(new FieldProblem(field, "UNKNOWN", "is not a user of this firm")));
    }

    private static List<FieldProblem> problems(String field, People.Member member) {
        if (!member.active()) {
            return List.of(new FieldProblem(field, "INACTIVE", "is kept out of the firm for now"));
        }
        return member.mayDecide()
                ? List.of()
                : List.of(new FieldProblem(field, "MAY_NOT_DECIDE", "has no role that lets him decide"));
    }
}
