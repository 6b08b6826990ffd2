package io.rems.approval.decision.domain;

import static io.rems.approval.decision.domain.Verdict.APPROVED;
import static io.rems.approval.decision.domain.Verdict.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.approval.decision.domain.ApprovalEvent.ApprovalDecided;
import io.rems.approval.ownership.domain.Holder;
import io.rems.approval.ownership.domain.Holding;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.approval.ownership.domain.Ownership;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.Money;
import io.rems.platform.Outcome;
import io.rems.platform.Share;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Requests under whatever people do, against a count of its own: what every way of filling the open seats comes to. It weighs
 * in whole numbers and knows nothing of ballots.
 */
class DecidingProperties {

    private static final Instant NOW = Instant.EPOCH;
    private static final LocalDate DAY = LocalDate.EPOCH;

    enum Act {
        APPROVE,
        REJECT,
        GIVE_BACK,
        WITHDRAW,
        ESCALATE
    }

    record Step(Act act, int who) {}

    /** Seat 0 is the firm's; {@code contact} is one of the others, or 0 where nobody is. */
    record Table(Rule wanted, List<Integer> weights, int contact) {

        int total() {
            return weights.stream().mapToInt(Integer::intValue).sum();
        }

        Rule rule() {
            return wanted == Rule.PRIMARY_CONTACT && contact == 0 ? Rule.SHARE_MAJORITY : wanted;
        }

        boolean votes(int seat) {
            return weights.get(seat) > 0 && (rule() != Rule.PRIMARY_CONTACT || seat == contact);
        }

        /** Whether it is approved when these have said yes and all others no. */
        boolean approvedBy(boolean[] yes) {
            var sum = 0;
            var any = false;
            var all = true;
            for (var seat = 0; seat < weights.size(); seat++) {
                if (votes(seat)) {
                    sum += yes[seat] ? weights.get(seat) : 0;
                    any |= yes[seat];
                    all &= yes[seat];
                }
            }
            return switch (rule()) {
                case SHARE_MAJORITY -> 2 * sum > total();
                case ANY_OWNER, PRIMARY_CONTACT -> any;
                case UNANIMOUS -> all;
            };
        }

        Optional<Verdict> certain(Map<Integer, Verdict> given) {
            var approved = 0;
            var ways = 1 << weights.size();
            for (var way = 0; way < ways; way++) {
                var yes = new boolean[weights.size()];
                for (var seat = 0; seat < yes.length; seat++) {
                    var said = given.get(seat);
                    yes[seat] = said == null ? (way & (1 << seat)) != 0 : said == APPROVED;
                }
                approved += approvedBy(yes) ? 1 : 0;
            }
            return approved == ways ? Optional.of(APPROVED) : approved == 0 ? Optional.of(REJECTED) : Optional.empty();
        }

        ApprovalRequest pending(int returns) {
            var holdings = new ArrayList<Holding>();
            for (var seat = 0; seat < weights.size(); seat++) {
                if (weights.get(seat) > 0) {
                    var holder = seat == 0 ? Holder.FIRM : new Holder.Owner(owner(seat));
                    holdings.add(
                            new Holding(holder, Share.of(weights.get(seat), total()), seat == contact && seat > 0));
                }
            }
            var property = new PropertyId(new UUID(0, 1));
            var matter = new Matter(
                    new ExpenseId(new UUID(0, 2)),
                    new Round(returns + 1, person(99), Set.of(), returns),
                    property,
                    null,
                    new UUID(0, 3),
                    Money.of("1.000", "KWD"),
                    DAY,
                    "Lift",
                    false);
            return state(
                    ApprovalRequest.open(matter, Ballot.of(wanted, new Ownership(property, DAY, holdings)), NOW, NOW));
        }
    }

    @Property
    void whateverPeopleDoTheOutcomeIsThatOfTheCountAndThereIsOne(
            @ForAll("tables") Table table, @ForAll("steps") List<Step> steps) {
        var request = table.pending(0);
        var given = new HashMap<Integer, Verdict>();
        var decided = 0;
        for (var step : steps) {
            var before = request;
            var outcome = act(before, step, table);
            request = state(outcome, before);
            decided += decisions(outcome);
            if (outcome instanceof Outcome.Refused<ApprovalRequest, ApprovalEvent>
                    || before instanceof ApprovalRequest.Closed) {
                assertThat(request).isEqualTo(step.act() == Act.WITHDRAW ? request : before);
                continue;
            }
            switch (step.act()) {
                case APPROVE, REJECT -> {
                    var said = step.act() == Act.APPROVE ? APPROVED : REJECTED;
                    if (before instanceof ApprovalRequest.Escalated && seat(step, table) == 0) {
                        assertThat(verdict(request)).hasValue(said);
                    } else {
                        assertThat(mayVote(table, given, step)).isTrue();
                        given.put(seat(step, table), said);
                        assertThat(verdict(request)).isEqualTo(table.certain(given));
                    }
                }
                case GIVE_BACK -> assertThat(request).isInstanceOf(ApprovalRequest.Returned.class);
                case WITHDRAW -> assertThat(request).isInstanceOf(ApprovalRequest.Withdrawn.class);
                case ESCALATE -> assertThat(request).isInstanceOf(ApprovalRequest.Escalated.class);
            }
        }
        assertThat(decided).isLessThanOrEqualTo(1);
    }

    @Property
    void whoIsAskedIsHeardOnceUntilItIsCertain(@ForAll("tables") Table table, @ForAll("steps") List<Step> steps) {
        var request = table.pending(0);
        var given = new HashMap<Integer, Verdict>();
        for (var step : steps) {
            if (step.act() != Act.APPROVE && step.act() != Act.REJECT) {
                continue;
            }
            var allowed = !(request instanceof ApprovalRequest.Closed) && mayVote(table, given, step);
            var outcome = act(request, step, table);
            assertThat(outcome instanceof Outcome.Accepted<ApprovalRequest, ApprovalEvent>)
                    .isEqualTo(allowed);
            if (allowed) {
                given.put(seat(step, table), step.act() == Act.APPROVE ? APPROVED : REJECTED);
            }
            request = state(outcome, request);
        }
    }

    @Property
    void theOrderOfTheVotesDecidesNothing(
            @ForAll("tables") Table table, @ForAll("verdicts") List<Verdict> verdicts, @ForAll long seed) {
        var order = new ArrayList<Integer>();
        for (var seat = 0; seat < table.weights().size(); seat++) {
            order.add(seat);
        }

        var first = voted(table, verdicts, order);
        Collections.shuffle(order, new Random(seed));
        var other = voted(table, verdicts, order);

        assertThat(verdict(other)).isPresent().isEqualTo(verdict(first));
    }

    @Property
    void reroutingNeverDecidesAndLosesNoVoteOfASeatThatStayed(
            @ForAll("tables") Table table, @ForAll("tables") Table other, @ForAll("steps") List<Step> steps) {
        var request = table.pending(0);
        for (var step : steps) {
            if (step.act() == Act.APPROVE || step.act() == Act.REJECT) {
                request = state(act(request, step, table), request);
            }
        }
        var anew = new Table(table.wanted(), other.weights(), other.contact())
                .pending(0)
                .ballot();

        var outcome = request.reroute(anew, new Remark(person(1), "Late", NOW));

        if (request instanceof ApprovalRequest.Closed || request.ballot().asksAs(anew)) {
            assertThat(outcome).isInstanceOf(Outcome.Refused.class);
            return;
        }
        var next = state(outcome);
        assertThat(next).isInstanceOf(ApprovalRequest.Pending.class);
        assertThat(next.ballot().verdict()).isEmpty();
        var before = request.ballot();
        for (var seat : next.ballot().seats()) {
            var stayed = before.rule() == anew.rule()
                    ? before.seats().stream().filter(seat::isSeatOf).findFirst().map(Seat::vote)
                    : Optional.<Vote>empty();
            assertThat(Optional.ofNullable(seat.vote())).isEqualTo(stayed);
        }
    }

    @Provide
    Arbitrary<Table> tables() {
        var weights = Arbitraries.integers().between(0, 6).list().ofMinSize(1).ofMaxSize(6);
        return weights.filter(found -> found.stream().anyMatch(weight -> weight > 0))
                .flatMap(found -> Combinators.combine(
                                Arbitraries.of(Rule.class),
                                Arbitraries.integers().between(0, found.size() - 1))
                        .as((rule, contact) -> new Table(rule, found, found.get(contact) == 0 ? 0 : contact)));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        var act = Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.of(Act.APPROVE, Act.REJECT)), Tuple.of(1, Arbitraries.of(Act.class)));
        return Combinators.combine(act, Arbitraries.integers().between(0, 6))
                .as(Step::new)
                .list()
                .ofMaxSize(14);
    }

    @Provide
    Arbitrary<List<Verdict>> verdicts() {
        return Arbitraries.of(Verdict.class).list().ofSize(6);
    }

    private static ApprovalRequest voted(Table table, List<Verdict> verdicts, List<Integer> order) {
        var request = table.pending(0);
        for (int seat : order) {
            var act = verdicts.get(seat) == APPROVED ? Act.APPROVE : Act.REJECT;
            request = state(act(request, new Step(act, seat), table), request);
        }
        return request;
    }

    private static Outcome<ApprovalRequest, ApprovalEvent> act(ApprovalRequest request, Step step, Table table) {
        var seat = seat(step, table);
        var voter = seat == 0 ? administrator() : new Voter(person(seat), owner(seat), false);
        return switch (step.act()) {
            case APPROVE -> request.vote(voter, new Vote(voter.person(), APPROVED, null, NOW));
            case REJECT -> request.vote(voter, new Vote(voter.person(), REJECTED, "No", NOW));
            case GIVE_BACK -> request.giveBack(voter, new Remark(voter.person(), "Which?", NOW));
            case WITHDRAW -> request.withdraw(new Voter(person(99), null, false), new Remark(person(99), "No", NOW));
            case ESCALATE -> request.escalate(new Notice(NOW, NOW, false), Reach.ALL);
        };
    }

    /** The oracle's own rule of who may speak, before the deadline. */
    private static boolean mayVote(Table table, Map<Integer, Verdict> given, Step step) {
        var seat = seat(step, table);
        return table.votes(seat) && !given.containsKey(seat);
    }

    private static int seat(Step step, Table table) {
        return step.who() % table.weights().size();
    }

    private static Optional<Verdict> verdict(ApprovalRequest request) {
        return request instanceof ApprovalRequest.Decided decided
                ? Optional.of(decided.decision().verdict())
                : Optional.empty();
    }

    private static int decisions(Outcome<ApprovalRequest, ApprovalEvent> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<ApprovalRequest, ApprovalEvent>(var _, var events) ->
                (int) events.stream().filter(ApprovalDecided.class::isInstance).count();
            case Outcome.Refused<ApprovalRequest, ApprovalEvent> _ -> 0;
        };
    }

    private static ApprovalRequest state(Outcome<ApprovalRequest, ApprovalEvent> outcome) {
        return ((Outcome.Accepted<ApprovalRequest, ApprovalEvent>) outcome).state();
    }

    private static ApprovalRequest state(Outcome<ApprovalRequest, ApprovalEvent> outcome, ApprovalRequest otherwise) {
        return outcome instanceof Outcome.Accepted<ApprovalRequest, ApprovalEvent> accepted
                ? accepted.state()
                : otherwise;
    }

    private static Voter administrator() {
        return new Voter(person(100), null, true);
    }

    private static OwnerId owner(int seat) {
        return new OwnerId(new UUID(1, seat));
    }

    private static PersonId person(int number) {
        return new PersonId(new UUID(2, number));
    }
}
