package io.rems.approval.decision.domain;

import static io.rems.approval.decision.domain.Verdict.APPROVED;
import static io.rems.approval.decision.domain.Verdict.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class BallotProperties {

    private static final Matter MATTER = new Matter(
            new ExpenseId(new UUID(0, 2)),
            Round.of(1, null),
            new PropertyId(new UUID(0, 1)),
            null,
            new UUID(0, 3),
            Money.of("4500.000", "KWD"),
            LocalDate.EPOCH,
            "Lift repair",
            false);

    /** Ballots of one to six owners whose shares are whatever, and the verdict each of them will give. */
    record Poll(Ballot ballot, List<Verdict> verdicts) {

        Ballot after(int votes) {
            return with(votes, verdicts);
        }

        Ballot with(int votes, List<Verdict> given) {
            var marked = ballot;
            for (var seat = 0; seat < votes; seat++) {
                var voter = new Voter(new PersonId(owner(seat).value()), owner(seat), false);
                marked = marked.with(voter, new Vote(voter.person(), given.get(seat), null, Instant.EPOCH));
            }
            return marked;
        }

        int voters() {
            return verdicts.size();
        }
    }

    @Property
    void whenAllHaveVotedItIsDecided(@ForAll("polls") Poll poll) {
        assertThat(poll.after(poll.voters()).verdict()).isPresent();
    }

    @Property
    void aVerdictNeverChangesByFurtherVotes(@ForAll("polls") Poll poll) {
        var end = poll.after(poll.voters()).verdict();

        for (var votes = 0; votes < poll.voters(); votes++) {
            poll.after(votes).verdict().ifPresent(early -> assertThat(end).hasValue(early));
        }
    }

    @Property
    void whileItIsOpenApprovalIsStillPossible(@ForAll("polls") Poll poll) {
        for (var votes = 0; votes < poll.voters(); votes++) {
            if (poll.after(votes).verdict().isEmpty()) {
                assertThat(poll.with(poll.voters(), restSaying(APPROVED, votes, poll))
                                .verdict())
                        .hasValue(APPROVED);
            }
        }
    }

    @Property
    void whatIsRejectedCouldNotHaveBeenApproved(@ForAll("polls") Poll poll) {
        for (var votes = 0; votes <= poll.voters(); votes++) {
            if (poll.after(votes).verdict().filter(REJECTED::equals).isPresent()) {
                assertThat(poll.with(poll.voters(), restSaying(APPROVED, votes, poll))
                                .verdict())
                        .hasValue(REJECTED);
            }
        }
    }

    @Property
    void majorityIsMoreThanHalfOfTheSharesExactly(@ForAll("polls") Poll poll) {
        var ballot = new Ballot(Rule.SHARE_MAJORITY, poll.ballot.seats());
        var marked = new Poll(ballot, poll.verdicts).after(poll.voters());

        var approved = marked.share(APPROVED).isMoreThan(Share.HALF);

        assertThat(marked.verdict()).hasValue(approved ? APPROVED : REJECTED);
    }

    /** Counted by hand: those whose places decide, have not voted, and are somebody else than the submitter. */
    @Property
    void itGoesOnExactlyWhenNobodyIsLeftWhoseVoteIsWanted(
            @ForAll("polls") Poll poll, @ForAll("votes") int asked, @ForAll Set<@IntRange(max = 6) Integer> submitted) {
        var votes = Math.min(asked, poll.voters());
        var marked = poll.after(votes);
        var silenced = submitted.stream().map(BallotProperties::owner).collect(Collectors.toSet());
        var left = 0;
        for (var seat = votes; seat < poll.voters(); seat++) {
            var place = marked.seats().get(seat);
            left += marked.voting().contains(place) && !submitted.contains(seat) ? 1 : 0;
        }

        var outcome = new ApprovalRequest.Pending(MATTER, marked, Instant.EPOCH, Instant.MAX)
                .escalateUnlessSomebodyIsLeft(new Reach(silenced, true), Instant.EPOCH);

        var events = ((Outcome.Accepted<ApprovalRequest, ApprovalEvent>) outcome).events();
        assertThat(events).hasSize(left == 0 ? 1 : 0);
    }

    @Provide
    Arbitrary<Integer> votes() {
        return Arbitraries.integers().between(0, 6);
    }

    @Provide
    Arbitrary<Poll> polls() {
        return Arbitraries.integers()
                .between(1, 1000)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .flatMap(weights -> Combinators.combine(
                                Arbitraries.of(Rule.class),
                                Arbitraries.integers().between(0, weights.size() - 1),
                                Arbitraries.of(Verdict.class).list().ofSize(weights.size()))
                        .as((rule, contact, verdicts) -> new Poll(ballot(rule, weights, contact), verdicts)));
    }

    private static List<Verdict> restSaying(Verdict verdict, int votes, Poll poll) {
        var verdicts = new ArrayList<>(poll.verdicts.subList(0, votes));
        while (verdicts.size() < poll.voters()) {
            verdicts.add(verdict);
        }
        return verdicts;
    }

    private static Ballot ballot(Rule rule, List<Integer> weights, int contact) {
        var total = weights.stream().mapToInt(Integer::intValue).sum();
        var holdings = new ArrayList<Holding>();
        for (var seat = 0; seat < weights.size(); seat++) {
            holdings.add(
                    new Holding(new Holder.Owner(owner(seat)), Share.of(weights.get(seat), total), seat == contact));
        }
        return Ballot.of(rule, new Ownership(new PropertyId(new UUID(0, 1)), LocalDate.EPOCH, holdings));
    }

    private static OwnerId owner(int seat) {
        return new OwnerId(new UUID(1, seat));
    }
}
