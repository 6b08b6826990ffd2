package io.rems.approval.recurrence;

import io.rems.approval.businesstime.FirmCalendar;
import io.rems.approval.expense.CheckReferences;
import io.rems.approval.ownership.CheckPremises;
import io.rems.platform.Refusal;
import io.rems.platform.Versioned;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Outbox;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.problem.RequestRefused;
import io.rems.platform.problem.StaleVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What the firm says of its recurring expenses, each with its event in the same transaction. */
@Service
class KeepRecurring {

    private final CheckPremises checkPremises;
    private final CheckReferences checkReferences;
    private final R2dbcRecurringExpenses recurring;
    private final FirmCalendar calendar;
    private final Outbox outbox;
    private final Transactions transactions;

    KeepRecurring(
            CheckPremises checkPremises,
            CheckReferences checkReferences,
            R2dbcRecurringExpenses recurring,
            FirmCalendar calendar,
            Outbox outbox,
            Transactions transactions) {
        this.checkPremises = checkPremises;
        this.checkReferences = checkReferences;
        this.recurring = recurring;
        this.calendar = calendar;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    /** What lies in the past is caught up with, a year at most. */
    Mono<Versioned<RecurringExpense>> add(RecurringExpense begun) {
        var added = new Versioned<>(begun, 1);
        var kept = calendar.today()
                .flatMap(today -> begun.schedule().from().isBefore(today.date().minusYears(1))
                        ? Mono.<Versioned<RecurringExpense>>error(
                                new InvalidRequest("schedule.from", "OUT_OF_RANGE", "is more than a year ago"))
                        : recurring.add(begun, today.zone()).then(told(RecurringEvents.ADDED, added)));
        return checked(begun)
                .then(transactions.inFirm(checkReferences.check(begun.details()).then(kept)));
    }

    Mono<Versioned<RecurringExpense>> change(RecurringExpense facts, long expected) {
        return checked(facts)
                .then(transactions.inFirm(recurring
                        .hold(facts.id())
                        .flatMap(
                                found -> found.version() == expected ? Mono.just(found) : Mono.error(StaleVersion::new))
                        .flatMap(found -> checkReferences
                                .checkChanged(found.value().details(), facts.details())
                                .then(Mono.defer(() -> changed(
                                        found,
                                        found.value().status() != RecurringStatus.ENDED,
                                        RecurringRefusal.ALREADY_ENDED,
                                        RecurringEvents.CHANGED,
                                        (before, today) -> before.changed(facts, today)))))));
    }

    Mono<Versioned<RecurringExpense>> pause(UUID id, String reason) {
        return commanded(
                id,
                found -> found.status() == RecurringStatus.ACTIVE,
                RecurringRefusal.NOT_ACTIVE,
                RecurringEvents.PAUSED,
                (found, _) -> found.paused(reason));
    }

    /** From today on where no day is named; from an earlier day what was missed is caught up with. */
    Mono<Versioned<RecurringExpense>> resume(UUID id, @Nullable LocalDate from) {
        return commanded(
                id,
                found -> found.status() == RecurringStatus.PAUSED,
                RecurringRefusal.NOT_PAUSED,
                RecurringEvents.RESUMED,
                (found, today) -> found.from(from == null ? today : from));
    }

    Mono<Versioned<RecurringExpense>> end(UUID id) {
        return commanded(
                id,
                found -> found.status() != RecurringStatus.ENDED,
                RecurringRefusal.ALREADY_ENDED,
                RecurringEvents.ENDED,
                (found, _) -> found.ended());
    }

    private Mono<Versioned<RecurringExpense>> commanded(
            UUID id,
            Predicate<RecurringExpense> admits,
            Refusal otherwise,
            String event,
            BiFunction<RecurringExpense, LocalDate, RecurringExpense> change) {
        return transactions.inFirm(recurring
                .hold(id)
                .flatMap(found -> changed(found, admits.test(found.value()), otherwise, event, change)));
    }

    private Mono<Versioned<RecurringExpense>> changed(
            Versioned<RecurringExpense> found,
            boolean admitted,
            Refusal otherwise,
            String event,
            BiFunction<RecurringExpense, LocalDate, RecurringExpense> change) {
        if (!admitted) {
            return Mono.error(new RequestRefused(otherwise));
        }
        return calendar.today().flatMap(today -> {
            var next = found.with(change.apply(found.value(), today.date()));
            return recurring.save(next, today.zone()).then(told(event, next.saved()));
        });
    }

    private Mono<Void> checked(RecurringExpense facts) {
        return checkPremises.check(facts.details().property(), facts.details().unit());
    }

    private Mono<Versioned<RecurringExpense>> told(String event, Versioned<RecurringExpense> kept) {
        return outbox.append(List.of(RecurringEvents.state(event, kept))).thenReturn(kept);
    }
}
