package io.rems.approval.recurrence;

import io.rems.approval.businesstime.FirmCalendar;
import io.rems.approval.businesstime.FirmCalendar.Today;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.expense.RecordExpense;
import io.rems.approval.recurrence.R2dbcOccurrences.Occurrence;
import io.rems.platform.Identifiers;
import io.rems.platform.Versioned;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Message;
import io.rems.platform.events.Outbox;
import io.rems.platform.problem.FieldProblem;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.work.Due;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Records the occurrence that is due, and no other: claim, expense, submission and the next day are one transaction. What
 * was missed while nobody ran stays due and comes one after the other. What cannot be recorded is paused and says why.
 */
@Service
class RecordOccurrence {

    private final R2dbcRecurringExpenses recurring;
    private final R2dbcOccurrences occurrences;
    private final RecordExpense recordExpense;
    private final FirmCalendar calendar;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Clock clock;

    RecordOccurrence(
            R2dbcRecurringExpenses recurring,
            R2dbcOccurrences occurrences,
            RecordExpense recordExpense,
            FirmCalendar calendar,
            Outbox outbox,
            Transactions transactions,
            Clock clock) {
        this.recurring = recurring;
        this.occurrences = occurrences;
        this.recordExpense = recordExpense;
        this.calendar = calendar;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    Mono<List<Due>> due() {
        return Mono.defer(() -> recurring.due(clock.instant()));
    }

    Mono<Void> record(Due due) {
        return transactions
                .inFirm(claimed(due).flatMap(found -> calendar.today().flatMap(today -> recorded(found, today))))
                .onErrorResume(InvalidRequest.class, refused -> transactions.inFirm(paused(due, refused)));
    }

    private Mono<Versioned<RecurringExpense>> claimed(Due due) {
        return recurring.claim(due.id(), clock.instant());
    }

    private Mono<Void> recorded(Versioned<RecurringExpense> found, Today today) {
        var id = found.value().id();
        var date = Objects.requireNonNull(found.value().nextOn(), "Nothing is due without a day");
        var occurrence = new Occurrence(date, Identifiers.derived(id, date.toString()), clock.instant());
        return occurrences
                .add(id, occurrence)
                .flatMap(isNew -> isNew ? expense(found.value(), occurrence) : Mono.empty())
                .then(Mono.defer(() -> next(found, occurrence, today)));
    }

    private Mono<Void> expense(RecurringExpense recurring, Occurrence occurrence) {
        return recordExpense.recordAsTold(
                new ExpenseId(occurrence.expenseId()),
                recurring.details().on(occurrence.date()),
                recurring.submit(),
                recurring.submitter());
    }

    private Mono<Void> next(Versioned<RecurringExpense> found, Occurrence occurrence, Today today) {
        var next = found.with(found.value().afterwards(occurrence.date()));
        var told = new ArrayList<Message>();
        told.add(occurred(found, occurrence, today.date()));
        if (next.value().status() == RecurringStatus.ENDED) {
            told.add(RecurringEvents.state(RecurringEvents.ENDED, next.saved().saved()));
        }
        return recurring.save(next, today.zone()).then(outbox.append(told));
    }

    private static Message occurred(Versioned<RecurringExpense> found, Occurrence occurrence, LocalDate today) {
        UUID id = found.value().id();
        var late = occurrence.date().isBefore(today);
        return RecurringEvents.occurred(id, found.version() + 1, occurrence.expenseId(), occurrence.date(), late);
    }

    private Mono<Void> paused(Due due, InvalidRequest refused) {
        var reason = refused.problem().errors().stream()
                .map((FieldProblem problem) -> problem.field() + " " + problem.message())
                .collect(Collectors.joining("; "));
        return claimed(due)
                .flatMap(found -> calendar.today().flatMap(today -> {
                    var next = found.with(found.value().paused(reason));
                    return recurring
                            .save(next, today.zone())
                            .then(outbox.append(List.of(RecurringEvents.state(RecurringEvents.PAUSED, next.saved()))));
                }));
    }
}
