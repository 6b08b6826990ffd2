package io.rems.approval.delegation;

import static io.rems.approval.decision.domain.Verdict.APPROVED;
import static io.rems.approval.decision.domain.Verdict.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.approval.decision.domain.ApprovalEvent;
import io.rems.approval.decision.domain.ApprovalEvent.ApprovalDecided;
import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.Ballot;
import io.rems.approval.decision.domain.DelegationId;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.Matter;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.decision.domain.Round;
import io.rems.approval.decision.domain.Rule;
import io.rems.approval.decision.domain.Verdict;
import io.rems.approval.decision.domain.Vote;
import io.rems.approval.decision.domain.Voter;
import io.rems.approval.delegation.domain.Affair;
import io.rems.approval.delegation.domain.Delegation;
import io.rems.approval.delegation.domain.Ending;
import io.rems.approval.delegation.domain.Limits;
import io.rems.approval.delegation.domain.Links;
import io.rems.approval.delegation.domain.Window;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Votes under whatever was delegated, against an oracle that follows every delegation by itself and tries every way of
 * filling the open places. Owners and logins 0 to 4 belong together; logins 5 and 6 act as nobody.
 */
class DelegatedDecidingProperties {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final PropertyId TOWER = new PropertyId(new UUID(0, 1));
    private static final Money AMOUNT = Money.of("100.000", "KWD");
    private static final int OWNERS = 5;
    private static final int PEOPLE = 7;
    private static final int LONGEST = 3;

    enum Flaw {
        NONE,
        REVOKED,
        NOT_YET,
        OVER,
        AMOUNT,
        PROPERTY
    }

    record Granted(int owner, int delegate, Flaw flaw) {

        Delegation delegation(int number) {
            var window = switch (flaw) {
                case NOT_YET -> new Window(TODAY.plusDays(1), null);
                case OVER -> new Window(TODAY.minusDays(2), TODAY);
                case NONE, REVOKED, AMOUNT, PROPERTY -> new Window(TODAY, TODAY.plusDays(1));
            };
            var limits = switch (flaw) {
                case AMOUNT -> new Limits(Money.of("99.999", "KWD"), Set.of(), Set.of());
                case PROPERTY -> new Limits(null, Set.of(new PropertyId(new UUID(0, 9))), Set.of());
                case NONE, REVOKED, NOT_YET, OVER -> new Limits(AMOUNT, Set.of(TOWER), Set.of());
            };
            var ending = flaw == Flaw.REVOKED ? new Ending(Ending.Cause.REVOKED, NOW, person(owner), "Back") : null;
            return new Delegation(
                    new DelegationId(new UUID(3, number)),
                    ownerId(owner),
                    person(delegate),
                    window,
                    limits,
                    null,
                    person(owner),
                    Instant.EPOCH.plusSeconds(number),
                    ending);
        }
    }

    /** @param submitter a login; {@link #PEOPLE} where another service submitted */
    record World(Rule rule, List<Integer> weights, List<Granted> granted, boolean chains, int submitter) {

        boolean speaksFor(int person, int owner) {
            return person == owner || reaches(owner, person, Set.of(), 0);
        }

        /** From an owner, by delegations that hold, nobody on the way twice. */
        private boolean reaches(int owner, int person, Set<Integer> passed, int steps) {
            if (owner == submitter || steps == (chains ? LONGEST : 1)) {
                return false;
            }
            var now = new HashSet<>(passed);
            now.add(owner);
            return granted.stream()
                    .filter(step -> step.owner() == owner && step.flaw() == Flaw.NONE)
                    .filter(step -> step.delegate() != submitter && !now.contains(step.delegate()))
                    .anyMatch(step -> step.delegate() == person
                            || step.delegate() < OWNERS && reaches(step.delegate(), person, now, steps + 1));
        }

        Optional<Verdict> certain(Map<Integer, Verdict> given) {
            var verdicts = IntStream.range(0, 1 << weights.size())
                    .mapToObj(way -> IntStream.range(0, weights.size())
                            .mapToObj(seat -> given.getOrDefault(seat, (way >> seat & 1) == 1 ? APPROVED : REJECTED))
                            .toList())
                    .map(this::verdict)
                    .collect(Collectors.toSet());
            return verdicts.size() == 1 ? verdicts.stream().findFirst() : Optional.empty();
        }

        private Verdict verdict(List<Verdict> said) {
            var total = weights.stream().mapToInt(Integer::intValue).sum();
            var yes = IntStream.range(0, said.size())
                    .filter(seat -> said.get(seat) == APPROVED)
                    .map(weights::get)
                    .sum();
            var approved = switch (rule) {
                case SHARE_MAJORITY, PRIMARY_CONTACT -> 2 * yes > total;
                case ANY_OWNER -> yes > 0;
                case UNANIMOUS -> yes == total;
            };
            return approved ? APPROVED : REJECTED;
        }

        ApprovalRequest request() {
            var total = weights.stream().mapToInt(Integer::intValue).sum();
            var holdings = IntStream.range(0, weights.size())
                    .mapToObj(seat ->
                            new Holding(new Holder.Owner(ownerId(seat)), Share.of(weights.get(seat), total), false))
                    .toList();
            var matter = new Matter(
                    new ExpenseId(new UUID(0, 2)),
                    Round.of(1, submitter == PEOPLE ? null : person(submitter)),
                    TOWER,
                    null,
                    new UUID(0, 3),
                    AMOUNT,
                    TODAY,
                    "Lift",
                    false);
            return state(
                    ApprovalRequest.open(matter, Ballot.of(rule, new Ownership(TOWER, TODAY, holdings)), NOW, NOW));
        }

        Voter voter(int person) {
            var delegations = IntStream.range(0, granted.size())
                    .mapToObj(number -> granted.get(number).delegation(number))
                    .toList();
            var owners = IntStream.range(0, weights.size())
                    .mapToObj(DelegatedDecidingProperties::ownerId)
                    .toList();
            var submitters = submitter == PEOPLE ? Set.<PersonId>of() : Set.of(person(submitter));
            var affair = new Affair(TOWER, List.of(), AMOUNT, submitters, false, null, TODAY, chains, Set.of());
            var standing =
                    FindMandates.standing(person(person), delegations, new Affairs.Asked(affair, owners, NOW), links());
            return new Voter(person(person), person < OWNERS ? ownerId(person) : null, false).with(standing);
        }
    }

    record Said(int person, boolean yes) {}

    @Property(tries = 2000)
    void whoeverVotesForWhomeverTheOutcomeIsThatOfTheCountAndThereIsOne(
            @ForAll("worlds") World world, @ForAll("votes") List<Said> votes) {
        var request = world.request();
        var given = new HashMap<Integer, Verdict>();
        var decisions = 0L;
        for (var said : votes) {
            var open = IntStream.range(0, world.weights().size())
                    .filter(seat -> !given.containsKey(seat) && world.speaksFor(said.person(), seat))
                    .boxed()
                    .toList();
            var heard =
                    request instanceof ApprovalRequest.Open && said.person() != world.submitter() && !open.isEmpty();
            var voter = world.voter(said.person());
            var verdict = said.yes() ? APPROVED : REJECTED;

            var outcome = request.vote(voter, new Vote(voter.person(), verdict, "Because", NOW));

            assertThat(outcome instanceof Outcome.Accepted<ApprovalRequest, ApprovalEvent>)
                    .as("%s heard in %s after %s", said, world, given)
                    .isEqualTo(heard);
            if (outcome instanceof Outcome.Accepted<ApprovalRequest, ApprovalEvent>(var next, var events)) {
                open.forEach(seat -> given.put(seat, verdict));
                request = next;
                decisions += events.stream()
                        .filter(ApprovalDecided.class::isInstance)
                        .count();
                assertThat(decided(next)).as("%s with %s", world, given).isEqualTo(world.certain(given));
            }
        }
        assertThat(decisions).isLessThanOrEqualTo(1);
    }

    @Provide
    Arbitrary<World> worlds() {
        var granted = Combinators.combine(
                        Arbitraries.integers().between(0, OWNERS - 1),
                        Arbitraries.integers().between(0, PEOPLE - 1),
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.just(Flaw.NONE)), Tuple.of(1, Arbitraries.of(Flaw.class))))
                .as(Granted::new)
                .filter(one -> one.owner() != one.delegate());
        return Combinators.combine(
                        Arbitraries.of(Rule.SHARE_MAJORITY, Rule.ANY_OWNER, Rule.UNANIMOUS),
                        Arbitraries.integers().between(1, 6).list().ofMinSize(1).ofMaxSize(OWNERS),
                        granted.list().ofMaxSize(8),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, PEOPLE))
                .as(World::new);
    }

    @Provide
    Arbitrary<List<Said>> votes() {
        return Combinators.combine(Arbitraries.integers().between(0, PEOPLE - 1), Arbitraries.of(true, false))
                .as(Said::new)
                .list()
                .ofMaxSize(10);
    }

    private static Links links() {
        return new Links(IntStream.range(0, PEOPLE)
                .boxed()
                .collect(Collectors.toMap(
                        DelegatedDecidingProperties::person,
                        login -> new Links.Link(
                                login < OWNERS ? Optional.of(ownerId(login)) : Optional.empty(), true))));
    }

    private static Optional<Verdict> decided(ApprovalRequest request) {
        return request instanceof ApprovalRequest.Decided over
                ? Optional.of(over.decision().verdict())
                : Optional.empty();
    }

    private static ApprovalRequest state(Outcome<ApprovalRequest, ApprovalEvent> outcome) {
        return ((Outcome.Accepted<ApprovalRequest, ApprovalEvent>) outcome).state();
    }

    private static OwnerId ownerId(int number) {
        return new OwnerId(new UUID(1, number));
    }

    private static PersonId person(int number) {
        return new PersonId(new UUID(2, number));
    }
}
