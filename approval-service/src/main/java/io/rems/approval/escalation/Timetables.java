package io.rems.approval.escalation;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.escalation.domain.RequestClock;
import io.rems.approval.escalation.domain.Timetable;
import io.rems.platform.work.Due;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The clocks of the requests that nobody has decided yet; whoever changes one holds its expense. */
public interface Timetables {

    Mono<Void> begin(ExpenseId expense, Timetable timetable);

    /** Empty where the request is not before anyone any more. */
    Mono<RequestClock> of(ExpenseId expense);

    Mono<Map<ExpenseId, RequestClock>> ofAll(List<ExpenseId> expenses);

    /** The clock after a command, together with the deadline that the request is shown with. */
    Mono<Void> keep(ExpenseId expense, RequestClock clock);

    /** The timetable of a request that has escalated before its deadline; a pause ends with it. */
    Mono<Void> escalated(ExpenseId expense, Timetable timetable);

    /** So many steps more are done of each. */
    Mono<Void> advance(Map<ExpenseId, Integer> steps);

    /** For which firms something is due, as often as it takes to do it so many at a time; the firms take turns. */
    Mono<List<Due>> due(Instant now, int atOnce);

    /** What is due of the firm, the earliest first. */
    Mono<List<ExpenseId>> dueIn(Instant now, int most);

    /** Takes what is due until the end of the transaction; not what somebody else holds: a voter, or another replica. */
    Mono<List<ExpenseId>> claim(Instant now, int most);

    /** Takes one of them; empty where it is not due any more, or somebody else holds it. */
    Mono<List<ExpenseId>> claim(ExpenseId expense, Instant now);
}
