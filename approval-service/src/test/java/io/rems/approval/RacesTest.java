package io.rems.approval;

import static io.rems.approval.TestFirm.newOwner;
import static io.rems.approval.TestFirm.part;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.approval.decision.DecideOnExpense;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.Verdict;
import io.rems.approval.expense.WithdrawExpense;
import io.rems.platform.access.Caller;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.problem.ProblemException;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.work.DueWork;
import io.rems.platform.work.DueWorkRunner;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Hundreds of expenses on which two things happen at the same instant, ten thousand of each with {@code -Pnightly}: one
 * outcome each, which its history tells.
 */
@ApprovalServiceTest
class RacesTest {

    /** What is submitted for one property is added up, so there are not too many of one. */
    private static final int OF_ONE_PROPERTY = 300;

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Set<String> OUTCOMES = Set.of("ApprovalDecided", "ApprovalReturned", "ApprovalWithdrawn");

    @Autowired
    TestFirms firms;

    @Autowired
    TestDatabase database;

    @Autowired
    DecideOnExpense decideOnExpense;

    @Autowired
    WithdrawExpense withdrawExpense;

    @Autowired
    DueWorkRunner runner;

    @Autowired
    @Qualifier("escalation")
    DueWork escalation;

    TestFirm firm;
    UUID fatima = newOwner();

    @BeforeEach
    void openFirm() {
        firm = firms.open();
    }

    /** What happened to an expense, in order, and what the two who raced were told: OK, or why not. */
    record Told(List<String> history, List<String> answers, String state) {

        List<String> outcomes() {
            return history.stream().filter(OUTCOMES::contains).toList();
        }
    }

    @Test
    void ofTwoDecidersOneDecides() throws SQLException {
        var one = TestCallers.owner(firm.id(), fatima);
        var other = TestCallers.owner(firm.id(), fatima);

        var told = raced(
                expense -> said(decideOnExpense.decide(expense, Verdict.APPROVED, "Yes", one), one),
                expense -> said(decideOnExpense.decide(expense, Verdict.REJECTED, "No", other), other));

        assertThat(told).allSatisfy(each -> {
            assertThat(each.outcomes()).containsExactly("ApprovalDecided");
            assertThat(each.answers()).containsExactlyInAnyOrder("OK", "ALREADY_DECIDED");
            assertThat(each.state()).isEqualTo(each.answers().getFirst().equals("OK") ? "APPROVED" : "REJECTED");
        });
    }

    @Test
    void ofWithdrawalAndDecisionOneHolds() throws SQLException {
        var owner = TestCallers.owner(firm.id(), fatima);
        var admin = TestCallers.admin(firm.id());

        var told = raced(
                expense -> said(decideOnExpense.decide(expense, Verdict.APPROVED, "Yes", owner), owner),
                expense -> said(
                        withdrawExpense.withdraw(expense, "Mistaken", admin).thenReturn(expense), admin));

        assertThat(told).allSatisfy(each -> {
            assertThat(each.outcomes()).hasSize(1);
            if (each.state().equals("APPROVED")) {
                assertThat(each.answers()).containsExactly("OK", "ALREADY_DECIDED");
                assertThat(each.outcomes()).containsExactly("ApprovalDecided");
            } else {
                assertThat(each.state()).isEqualTo("WITHDRAWN");
                assertThat(each.answers()).containsExactly("ALREADY_WITHDRAWN", "OK");
                assertThat(each.outcomes()).containsExactly("ApprovalWithdrawn");
            }
        });
    }

    @Test
    void ofReturnAndDecisionOneHolds() throws SQLException {
        var one = TestCallers.owner(firm.id(), fatima);
        var other = TestCallers.owner(firm.id(), fatima);

        var told = raced(
                expense -> said(decideOnExpense.decide(expense, Verdict.REJECTED, "No", one), one),
                expense -> said(decideOnExpense.giveBack(expense, "Which lift?", other), other));

        assertThat(told).allSatisfy(each -> {
            assertThat(each.outcomes()).hasSize(1);
            assertThat(each.answers())
                    .isEqualTo(
                            each.state().equals("REJECTED")
                                    ? List.of("OK", "ALREADY_DECIDED")
                                    : List.of("ALREADY_RETURNED", "OK"));
        });
    }

    /** An administrator is heard once it is escalated and not before; whatever comes first, the history says which. */
    @Test
    void anAdministratorsDecisionAndTheEscalationComeOneAfterTheOther() throws SQLException {
        firm.set("approval.escalateAfter", "PT0.001S");
        var admin = TestCallers.admin(firm.id());

        var told = raced(
                expense -> said(decideOnExpense.decide(expense, Verdict.APPROVED, "Yes", admin), admin),
                expense -> runner.runOnce(escalation).thenReturn("OK"));
        runner.runOnce(escalation).block(PATIENCE);

        assertThat(told).allSatisfy(each -> {
            if (each.answers().getFirst().equals("OK")) {
                assertThat(each.history()).containsSubsequence("ApprovalEscalated 1", "ApprovalDecided");
                assertThat(each.state()).isEqualTo("APPROVED");
            } else {
                assertThat(each.answers().getFirst()).isEqualTo("NOT_A_VOTER");
                assertThat(each.outcomes()).isEmpty();
            }
            assertThat(each.history().stream()
                            .filter(event -> event.startsWith("ApprovalEscalated"))
                            .toList())
                    .isIn(
                            List.of(),
                            List.of("ApprovalEscalated 1"),
                            List.of("ApprovalEscalated 1", "ApprovalEscalated 2"));
        });
    }

    private List<Told> raced(Function<ExpenseId, Mono<String>> one, Function<ExpenseId, Mono<String>> other)
            throws SQLException {
        var expenses = new ArrayList<ExpenseId>();
        var answers = new ArrayList<List<String>>();
        while (expenses.size() < Races.COUNT) {
            var some = submitted(Math.min(OF_ONE_PROPERTY, Races.COUNT - expenses.size()));
            expenses.addAll(some);
            answers.addAll(requireNonNull(Flux.fromIterable(some)
                    .flatMapSequential(
                            expense -> Flux.mergeSequential(List.of(one.apply(expense), other.apply(expense)))
                                    .collectList(),
                            8)
                    .collectList()
                    .block(PATIENCE)));
        }
        var history = rows("""
                SELECT expense_id, concat_ws(' ', event, data ->> 'level') AS event FROM expense_history
                 ORDER BY version""", "event");
        var states = rows("SELECT id AS expense_id, state FROM expense", "state");
        assertThat(rows("SELECT expense_id, version::text FROM expense_history ORDER BY version", "version"))
                .allSatisfy((_, versions) -> assertThat(versions)
                        .isEqualTo(IntStream.rangeClosed(1, versions.size())
                                .mapToObj(String::valueOf)
                                .toList()));
        var told = new ArrayList<Told>();
        for (var i = 0; i < expenses.size(); i++) {
            var id = expenses.get(i).value();
            told.add(new Told(
                    requireNonNull(history.get(id)),
                    answers.get(i),
                    requireNonNull(states.get(id)).getFirst()));
        }
        return told;
    }

    private List<ExpenseId> submitted(int count) {
        var property = firm.property(part(fatima, "1/1"));
        return IntStream.range(0, count)
                .mapToObj(_ -> new ExpenseId(firm.submit(property, "4500.000")))
                .toList();
    }

    private static Mono<String> said(Mono<?> command, Caller caller) {
        return command.map(_ -> "OK")
                .onErrorResume(
                        ProblemException.class,
                        refused -> Mono.just(refused.problem().code()))
                .contextWrite(context -> CurrentCaller.with(context, caller));
    }

    private Map<UUID, List<String>> rows(String query, String column) throws SQLException {
        var found = new HashMap<UUID, List<String>>();
        try (var connection = database.asApp(firm.id());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.computeIfAbsent(rows.getObject("expense_id", UUID.class), _ -> new ArrayList<>())
                        .add(rows.getString(column));
            }
        }
        return found;
    }
}
