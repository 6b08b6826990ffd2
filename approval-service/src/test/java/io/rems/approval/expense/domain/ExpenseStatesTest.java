package io.rems.approval.expense.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.approval.decision.domain.ApprovalEvent;
import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.Ballot;
import io.rems.approval.decision.domain.EscalationCause;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.Matter;
import io.rems.approval.decision.domain.Notice;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.decision.domain.Reach;
import io.rems.approval.decision.domain.Remark;
import io.rems.approval.decision.domain.Round;
import io.rems.approval.decision.domain.Rule;
import io.rems.approval.decision.domain.Seat;
import io.rems.approval.decision.domain.Verdict;
import io.rems.approval.decision.domain.Vote;
import io.rems.approval.decision.domain.Voter;
import io.rems.approval.ownership.domain.Holder;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.approval.routing.domain.Priority;
import io.rems.platform.Money;
import io.rems.platform.Outcome;
import io.rems.platform.Share;
import io.rems.platform.access.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The ways between the states, tried out one by one, are those that the README and the guide draw. */
class ExpenseStatesTest {

    private static final List<Path> DRAWINGS =
            List.of(Path.of("README.md"), Path.of("..", "docs", "guides", "approvals.md"));
    private static final String BEGIN = "<!-- states -->\n```\n";
    private static final String END = "```\n<!-- end of states -->";

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final ExpenseId ID = new ExpenseId(new UUID(0, 1));
    private static final Details DETAILS = new Details(
            new PropertyId(new UUID(0, 2)),
            null,
            new UUID(0, 3),
            null,
            null,
            Money.of("900.000", "KWD"),
            null,
            LocalDate.of(2026, 11, 23),
            "Lift",
            Priority.NORMAL);
    private static final Submission SUBMISSION = new Submission(new PersonId(new UUID(0, 4)), NOW);
    private static final Voting VOTING = new Voting();

    /** An administrator before the firm's own property. */
    private static final class Voting {
        private final Voter voter = new Voter(new PersonId(new UUID(0, 5)), null, true);
        private final Matter matter = new Matter(
                ID,
                Round.of(1, SUBMISSION.by()),
                DETAILS.property(),
                null,
                DETAILS.category(),
                DETAILS.amount(),
                DETAILS.date(),
                DETAILS.description(),
                false);
        private final Ballot ballot =
                new Ballot(Rule.SHARE_MAJORITY, List.of(new Seat(Holder.FIRM, Share.parse("1/1"), false, null)));

        private ApprovalRequest pending() {
            return new ApprovalRequest.Pending(matter, ballot, NOW, NOW.plus(Duration.ofHours(72)));
        }

        private Outcome<ApprovalRequest, ApprovalEvent> cast(ApprovalRequest request, Verdict verdict) {
            return request.vote(voter, new Vote(voter.person(), verdict, null, NOW));
        }

        private Outcome<ApprovalRequest, ApprovalEvent> giveBack(ApprovalRequest request) {
            return request.giveBack(voter, remark());
        }

        private Outcome<ApprovalRequest, ApprovalEvent> withdraw(ApprovalRequest request) {
            return request.withdraw(voter, remark());
        }

        private Remark remark() {
            return new Remark(voter.person(), "What for?", NOW);
        }
    }

    @Test
    void whatIsDrawnAreTheStatesOfTheCode() throws IOException {
        for (var drawing : DRAWINGS) {
            var text = Files.readString(drawing);
            var from = text.indexOf(BEGIN) + BEGIN.length();
            var to = text.indexOf(END, from);
            assertThat(text).contains(BEGIN, END);
            if ("write".equals(System.getProperty("rems.states"))) {
                Files.writeString(drawing, text.substring(0, from) + drawn() + text.substring(to));
            } else {
                assertThat(text.substring(from, to))
                        .as("%s: if the states are meant to be others, run once with -Drems.states=write", drawing)
                        .isEqualTo(drawn());
            }
        }
    }

    @Test
    void everyStateIsTriedOut() {
        assertThat(samples()).extracting(Expense::state).containsExactlyInAnyOrder(ExpenseState.values());
    }

    private static String drawn() {
        return samples().stream()
                .map(expense -> "%-9s %s"
                        .formatted(
                                expense.state(),
                                ways(expense).entrySet().stream()
                                        .map(way -> "── %s ─> %s".formatted(way.getKey(), way.getValue()))
                                        .collect(Collectors.joining("\n          "))))
                .map(line -> line.strip() + "\n")
                .collect(Collectors.joining());
    }

    private static List<Expense> samples() {
        return List.of(
                new Expense.Draft(ID, 1, DETAILS),
                new Expense.Submitted(ID, 1, DETAILS, SUBMISSION),
                new Expense.Routing(ID, 1, DETAILS, SUBMISSION),
                new Expense.Pending(ID, 1, DETAILS),
                new Expense.Escalated(ID, 1, DETAILS),
                new Expense.Returned(ID, 1, DETAILS),
                new Expense.Withdrawn(ID, 1, DETAILS),
                new Expense.Approved(ID, 1, DETAILS),
                new Expense.Rejected(ID, 1, DETAILS),
                new Expense.Paid(ID, 1, DETAILS),
                new Expense.Void(ID, 1, DETAILS, voiding()));
    }

    private static Map<String, String> ways(Expense expense) {
        var ways = new LinkedHashMap<String, String>();
        note(ways, "submission", states(expense.submit(SUBMISSION)));
        note(ways, "routing", routed(expense));
        note(ways, "decision", decided(expense));
        note(ways, "return", said(expense, VOTING::giveBack));
        note(ways, "deadline", overdue(expense));
        note(ways, "withdrawal", withdrawn(expense));
        note(ways, "another amount, payee, property or date", states(changed(expense, true)));
        note(ways, "other words", states(changed(expense, false)));
        note(ways, "payment", states(expense.pay()));
        note(ways, "voiding", states(expense.declareVoid(voiding())));
        note(ways, "deletion", expense.delete() instanceof Outcome.Accepted<?, ?> ? List.of("gone") : List.of());
        return ways;
    }

    private static void note(Map<String, String> ways, String command, List<String> states) {
        if (!states.isEmpty()) {
            ways.put(command, String.join(" | ", states));
        }
    }

    private static List<String> states(Outcome<Expense, ExpenseEvent> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<Expense, ExpenseEvent> accepted ->
                List.of(accepted.state().state().name());
            case Outcome.Refused<Expense, ExpenseEvent> _ -> List.of();
        };
    }

    private static Outcome<Expense, ExpenseEvent> changed(Expense expense, boolean decisive) {
        var amount = decisive ? Money.of("901.000", "KWD") : DETAILS.amount();
        var next = new Details(
                DETAILS.property(),
                null,
                DETAILS.category(),
                null,
                null,
                amount,
                null,
                DETAILS.date(),
                decisive ? DETAILS.description() : "Lift, repaired",
                DETAILS.priority());
        return expense.change(next, SUBMISSION);
    }

    private static List<String> routed(Expense expense) {
        if (!(expense instanceof Expense.Unrouted)) {
            return List.of();
        }
        var found = new ArrayList<>(List.of(
                stateOf(ApprovalRequest.approveAtOnce(VOTING.matter, VOTING.ballot, NOW)),
                stateOf(ApprovalRequest.open(VOTING.matter, VOTING.ballot, NOW, NOW))));
        if (expense instanceof Expense.Submitted submitted) {
            found.add(submitted.waiting().state().name());
        }
        return found;
    }

    private static List<String> decided(Expense expense) {
        return request(expense).stream()
                .filter(ApprovalRequest.Open.class::isInstance)
                .flatMap(request ->
                        Arrays.stream(Verdict.values()).map(verdict -> stateOf(VOTING.cast(request, verdict))))
                .toList();
    }

    private static List<String> withdrawn(Expense expense) {
        return expense instanceof Expense.Routing routing
                ? List.of(stateOf(ApprovalRequest.withdrawUnrouted(
                        routing.claim().matter(null, false), VOTING.voter, VOTING.remark())))
                : said(expense, VOTING::withdraw);
    }

    private static List<String> said(
            Expense expense, Function<ApprovalRequest, Outcome<ApprovalRequest, ApprovalEvent>> word) {
        return request(expense).stream()
                .map(word)
                .filter(Outcome.Accepted.class::isInstance)
                .map(ExpenseStatesTest::stateOf)
                .toList();
    }

    private static List<String> overdue(Expense expense) {
        return expense instanceof Expense.Pending
                ? List.of(stateOf(VOTING.pending().escalate(new Notice(NOW, NOW, false), Reach.ALL)))
                : List.of();
    }

    private static List<ApprovalRequest> request(Expense expense) {
        return switch (expense) {
            case Expense.Pending _ -> List.of(VOTING.pending());
            case Expense.Escalated _ ->
                List.of(new ApprovalRequest.Escalated(
                        VOTING.matter, VOTING.ballot, NOW, NOW, NOW, EscalationCause.DEADLINE));
            case Expense.Returned _ ->
                List.of(new ApprovalRequest.Returned(VOTING.matter, VOTING.ballot, VOTING.remark()));
            case Expense.Draft _,
                    Expense.Submitted _,
                    Expense.Routing _,
                    Expense.Withdrawn _,
                    Expense.Approved _,
                    Expense.Rejected _,
                    Expense.Paid _,
                    Expense.Void _ -> List.of();
        };
    }

    private static String stateOf(Outcome<ApprovalRequest, ApprovalEvent> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return switch (((Outcome.Accepted<ApprovalRequest, ApprovalEvent>) outcome).state()) {
            case ApprovalRequest.Pending _ -> ExpenseState.PENDING.name();
            case ApprovalRequest.Escalated _ -> ExpenseState.ESCALATED.name();
            case ApprovalRequest.Returned _ -> ExpenseState.RETURNED.name();
            case ApprovalRequest.Withdrawn _ -> ExpenseState.WITHDRAWN.name();
            case ApprovalRequest.Decided decided -> decided.decision().verdict().name();
        };
    }

    private static Voiding voiding() {
        return new Voiding("Twice", new Actor("service:test"), NOW);
    }
}
