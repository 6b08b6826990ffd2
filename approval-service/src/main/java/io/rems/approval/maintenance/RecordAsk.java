package io.rems.approval.maintenance;

import io.rems.approval.businesstime.FirmCalendar;
import io.rems.approval.expense.AskedDetails;
import io.rems.approval.expense.RecordExpense;
import io.rems.approval.expense.domain.Details;
import io.rems.approval.ownership.CheckPremises;
import io.rems.approval.routing.domain.Priority;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Outbox;
import io.rems.platform.problem.FieldProblem;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.work.Due;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Records what was asked for as an expense and submits it, once: that, its events and the answer are one transaction.
 * What another service must be asked is asked before, and what cannot be recorded is refused with the fields.
 */
@Service
class RecordAsk {

    private final R2dbcAsks asks;
    private final CheckPremises checkPremises;
    private final RecordExpense recordExpense;
    private final ReplaceAsks replaceAsks;
    private final FirmCalendar calendar;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Clock clock;

    RecordAsk(
            R2dbcAsks asks,
            CheckPremises checkPremises,
            RecordExpense recordExpense,
            ReplaceAsks replaceAsks,
            FirmCalendar calendar,
            Outbox outbox,
            Transactions transactions,
            Clock clock) {
        this.asks = asks;
        this.checkPremises = checkPremises;
        this.recordExpense = recordExpense;
        this.replaceAsks = replaceAsks;
        this.calendar = calendar;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    Mono<List<Due>> due() {
        return Mono.defer(() -> asks.due(clock.instant()));
    }

    Mono<Void> record(Due due) {
        return Mono.defer(() -> transactions.inFirm(asks.claim(due.id(), clock.instant())))
                .flatMap(asked -> details(asked)
                        .flatMap(details -> checkPremises
                                .check(details.property(), details.unit())
                                .then(transactions.inFirm(recorded(asked, details))))
                        .onErrorResume(
                                InvalidRequest.class,
                                invalid -> transactions.inFirm(
                                        refused(asked, invalid.problem().errors()))));
    }

    /** The firm has a category for maintenance, or the order names one. */
    private Mono<Details> details(ExpenseApprovalAsked asked) {
        var category = Mono.justOrEmpty(asked.categoryId())
                .switchIfEmpty(asks.category())
                .switchIfEmpty(Mono.error(() -> new InvalidRequest(
                        "categoryId", "REQUIRED", "must be given where no category has the code MAINTENANCE")));
        var date = Mono.justOrEmpty(asked.date()).switchIfEmpty(calendar.today().map(FirmCalendar.Today::date));
        return Mono.zip(
                category,
                date,
                (itsCategory, itsDate) -> AskedDetails.of(
                        asked.propertyId(),
                        asked.unitId(),
                        itsCategory,
                        asked.typeId(),
                        asked.vendorId(),
                        asked.amount(),
                        asked.tax(),
                        itsDate,
                        asked.description(),
                        asked.emergency() ? Priority.URGENT : Priority.NORMAL));
    }

    private Mono<Void> recorded(ExpenseApprovalAsked asked, Details details) {
        var ask = Ask.of(asked);
        return firstAnswer(ask)
                .flatMap(version -> replaceAsks
                        .before(ask)
                        .then(Mono.defer(
                                () -> recordExpense.recordAsTold(asked.expense(), details, true, asked.askedBy())))
                        .then(Mono.defer(
                                () -> answer(ExpenseApprovalAnswered.recorded(ask, clock.instant()), version))));
    }

    private Mono<Void> refused(ExpenseApprovalAsked asked, List<FieldProblem> problems) {
        var ask = Ask.of(asked);
        return firstAnswer(ask)
                .flatMap(version -> answer(ExpenseApprovalAnswered.refused(ask, problems, clock.instant()), version));
    }

    /** Empty where it was answered meanwhile; holds the order, whose askings come one after the other. */
    private Mono<Long> firstAnswer(Ask ask) {
        return asks.nextAnswer(ask.orderId()).filterWhen(_ -> asks.finish(ask.expenseId()));
    }

    private Mono<Void> answer(ExpenseApprovalAnswered answer, long version) {
        return outbox.append(List.of(answer.message(version)));
    }
}
