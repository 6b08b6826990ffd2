package io.rems.approval.decision.domain;

import static io.rems.approval.decision.domain.Verdict.APPROVED;
import static io.rems.approval.decision.domain.Verdict.REJECTED;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.approval.decision.domain.ApprovalEvent.ApprovalDecided;
import io.rems.approval.decision.domain.ApprovalEvent.ApprovalEscalated;
import io.rems.approval.decision.domain.ApprovalEvent.ApprovalReturned;
import io.rems.approval.decision.domain.ApprovalEvent.ApprovalWithdrawn;
import io.rems.approval.decision.domain.ApprovalEvent.VoteCast;
import io.rems.approval.decision.domain.ApprovalRequest.Decided;
import io.rems.approval.decision.domain.ApprovalRequest.Escalated;
import io.rems.approval.decision.domain.ApprovalRequest.Pending;
import io.rems.approval.decision.domain.ApprovalRequest.Returned;
import io.rems.approval.decision.domain.ApprovalRequest.Withdrawn;
import io.rems.approval.ownership.domain.Holder;
import io.rems.approval.ownership.domain.Holding;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.approval.ownership.domain.Ownership;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.Money;
import io.rems.platform.Outcome;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.Refusal;
import io.rems.platform.Share;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApprovalRequestTest {

    private static final Instant NOON = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant DEADLINE = NOON.plus(Duration.ofHours(72));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final PropertyId TOWER = new PropertyId(new UUID(0, 1));
    private static final PersonId ACCOUNTANT = person(1);
    private static final Voter FATIMA = owner(11);
    private static final Voter YUSUF = owner(12);
    private static final Voter MARYAM = owner(13);
    private static final Voter ADMIN = new Voter(person(20), null, true);

    @Test
    void theSoleOwnerDecides() {
        var request = pending(Rule.SHARE_MAJORITY, holds(FATIMA, "1/1"));

        var outcome = approve(request, FATIMA);

        assertThat(accepted(outcome).state()).isInstanceOf(Decided.class);
        assertThat(accepted(outcome).events())
                .satisfiesExactly(
                        cast -> assertThat(cast).isInstanceOf(VoteCast.class),
                        approved -> assertThat(verdict(approved)).isEqualTo(APPROVED));
    }

    @Test
    void approverMayNotDecideOnWhatHeSubmitted() {
        var own = new Voter(ACCOUNTANT, FATIMA.owner(), true);

        assertThat(refusal(approve(pending(Rule.ANY_OWNER, holds(FATIMA, "1/2"), firm("1/2")), own)))
                .isEqualTo(VoteRefusal.OWN_SUBMISSION);
        assertThat(refusal(approve(escalated(holds(FATIMA, "1/1")), own))).isEqualTo(VoteRefusal.OWN_SUBMISSION);
    }

    @Test
    void submitterMayDecideWhereTheFirmAllowsIt() {
        var matter = matter(Round.of(1, ACCOUNTANT), true);
        var request = new Pending(matter, ballot(Rule.SHARE_MAJORITY, firm("1/1")), NOON, DEADLINE);

        var outcome = approve(request, new Voter(ACCOUNTANT, null, true));

        assertThat(accepted(outcome).state()).isInstanceOf(Decided.class);
    }

    @Test
    void exactlyHalfOfTheSharesIsNoMajority() {
        var request = pending(Rule.SHARE_MAJORITY, holds(FATIMA, "1/2"), holds(YUSUF, "1/2"));

        assertThat(accepted(approve(request, FATIMA)).state()).isInstanceOf(Pending.class);
    }

    @Test
    void halfAgainstIsTheEndOfAMajority() {
        var request = pending(Rule.SHARE_MAJORITY, holds(FATIMA, "1/2"), holds(YUSUF, "1/2"));

        var outcome = reject(request, FATIMA);

        assertThat(accepted(outcome).events())
                .last()
                .extracting(ApprovalRequestTest::verdict)
                .isEqualTo(REJECTED);
    }

    @Test
    void twoOfThreeThirdsAreAMajority() {
        var request = pending(Rule.SHARE_MAJORITY, holds(FATIMA, "1/3"), holds(YUSUF, "1/3"), holds(MARYAM, "1/3"));

        var first = accepted(approve(request, FATIMA)).state();
        var second = accepted(approve(first, YUSUF)).state();

        assertThat(first).isInstanceOf(Pending.class);
        assertThat(second)
                .isEqualTo(new Decided(
                        request.matter(), second.ballot(), new Decision(APPROVED, YUSUF.person(), "As agreed", NOON)));
    }

    @Test
    void mixedPropertyIsDecidedByOwnersAndAdministrators() {
        var request = pending(Rule.UNANIMOUS, holds(FATIMA, "1/3"), firm("2/3"));

        var first = accepted(approve(request, ADMIN)).state();
        var second = accepted(approve(first, FATIMA)).state();

        assertThat(first).isInstanceOf(Pending.class);
        assertThat(second).isInstanceOf(Decided.class);
    }

    @Test
    void oneVoterAgainstEndsUnanimity() {
        var request = pending(Rule.UNANIMOUS, holds(FATIMA, "1/24"), holds(YUSUF, "23/24"));

        assertThat(accepted(reject(request, FATIMA)).state()).isInstanceOf(Decided.class);
    }

    @Test
    void anyOwnerIsEnoughAndAllMustRefuse() {
        var request = pending(Rule.ANY_OWNER, holds(FATIMA, "1/24"), holds(YUSUF, "23/24"));

        var refusedByOne = accepted(reject(request, YUSUF)).state();

        assertThat(refusedByOne).isInstanceOf(Pending.class);
        assertThat(accepted(approve(refusedByOne, FATIMA)).events())
                .last()
                .extracting(ApprovalRequestTest::verdict)
                .isEqualTo(APPROVED);
        assertThat(accepted(reject(refusedByOne, FATIMA)).events())
                .last()
                .extracting(ApprovalRequestTest::verdict)
                .isEqualTo(REJECTED);
    }

    @Test
    void primaryContactDecidesAlone() {
        var contact = holds(FATIMA, "1/4", true);
        var request = pending(Rule.PRIMARY_CONTACT, contact, holds(YUSUF, "3/4"));

        assertThat(refusal(approve(request, YUSUF))).isEqualTo(VoteRefusal.NOT_A_VOTER);
        assertThat(accepted(approve(request, FATIMA)).state()).isInstanceOf(Decided.class);
    }

    @Test
    void withoutAPrimaryContactTheMajorityDecides() {
        assertThat(ballot(Rule.PRIMARY_CONTACT, holds(FATIMA, "1/1")).rule()).isEqualTo(Rule.SHARE_MAJORITY);
    }

    @Test
    void administratorHasNoVoteOnWhatOwnersHold() {
        assertThat(refusal(approve(pending(Rule.SHARE_MAJORITY, holds(FATIMA, "1/1")), ADMIN)))
                .isEqualTo(VoteRefusal.NOT_A_VOTER);
    }

    @Test
    void aPartVotesOnce() {
        var request = pending(Rule.UNANIMOUS, holds(FATIMA, "1/2"), firm("1/2"));
        var voted = accepted(approve(request, ADMIN)).state();

        var colleague = new Voter(person(21), null, true);

        assertThat(refusal(reject(voted, colleague))).isEqualTo(VoteRefusal.ALREADY_VOTED);
    }

    @Test
    void onePersonWithTwoHatsFillsBothSeats() {
        var both = new Voter(person(11), FATIMA.owner(), true);
        var request = pending(Rule.UNANIMOUS, holds(FATIMA, "1/2"), firm("1/2"));

        var outcome = accepted(approve(request, both));

        assertThat(outcome.state()).isInstanceOf(Decided.class);
        assertThat(outcome.events()).filteredOn(VoteCast.class::isInstance).hasSize(2);
    }

    @Test
    void whoComesTooLateLearnsTheOutcome() {
        var decided = accepted(reject(pending(Rule.ANY_OWNER, holds(FATIMA, "1/1")), FATIMA))
                .state();

        var refusal = refusal(approve(decided, ADMIN));

        assertThat(refusal.code()).isEqualTo("ALREADY_DECIDED");
        assertThat(refusal.facts())
                .containsEntry("outcome", REJECTED)
                .containsEntry("decidedBy", FATIMA.person().value());
    }

    @Test
    void administratorDecidesAloneOnceEscalated() {
        var outcome = approve(escalated(holds(FATIMA, "1/1")), ADMIN);

        assertThat(accepted(outcome).events())
                .singleElement()
                .extracting(ApprovalRequestTest::verdict)
                .isEqualTo(APPROVED);
    }

    @Test
    void ownersMayStillDecideWhatIsEscalated() {
        var request = escalated(holds(FATIMA, "1/3"), holds(YUSUF, "1/3"), holds(MARYAM, "1/3"));

        var first = accepted(approve(request, FATIMA)).state();

        assertThat(first).isInstanceOf(Escalated.class);
        assertThat(accepted(approve(first, MARYAM)).state()).isInstanceOf(Decided.class);
    }

    @Test
    void whoMayVoteMayGiveItBackInstead() {
        var request = pending(Rule.UNANIMOUS, holds(FATIMA, "1/2"), holds(YUSUF, "1/2"));
        var half = accepted(approve(request, FATIMA)).state();

        var returned = accepted(giveBack(half, YUSUF));

        assertThat(returned.state()).isEqualTo(new Returned(request.matter(), half.ballot(), remark(YUSUF)));
        assertThat(returned.events())
                .singleElement()
                .isEqualTo(new ApprovalReturned(request.matter(), remark(YUSUF), 2));
        assertThat(refusal(giveBack(half, FATIMA))).isEqualTo(VoteRefusal.ALREADY_VOTED);
        assertThat(refusal(giveBack(half, ADMIN))).isEqualTo(VoteRefusal.NOT_A_VOTER);
        assertThat(refusal(approve(returned.state(), YUSUF))).isEqualTo(new AlreadyReturned(remark(YUSUF)));
        assertThat(accepted(returned.state().escalate(new Notice(DEADLINE, DEADLINE, false), Reach.ALL))
                        .events())
                .isEmpty();
        assertThat(accepted(giveBack(escalated(holds(FATIMA, "1/1")), ADMIN)).state())
                .isInstanceOf(Returned.class);
    }

    @Test
    void theSubmitterTakesBackInsteadOfGivingBack() {
        var own = new Voter(ACCOUNTANT, null, true);
        var request = pending(Rule.ANY_OWNER, holds(FATIMA, "1/2"), firm("1/2"));

        var withdrawn = accepted(request.withdraw(own, remark(own)));

        assertThat(refusal(giveBack(request, own))).isEqualTo(VoteRefusal.OWN_SUBMISSION);
        assertThat(withdrawn.events()).singleElement().isEqualTo(new ApprovalWithdrawn(request.matter(), remark(own)));
        assertThat(refusal(approve(withdrawn.state(), FATIMA)).code()).isEqualTo("ALREADY_WITHDRAWN");
        assertThat(refusal(withdrawn.state().withdraw(own, remark(own))).code()).isEqualTo("ALREADY_WITHDRAWN");
        assertThat(refusal(request.withdraw(FATIMA, remark(FATIMA)))).isEqualTo(VoteRefusal.NOT_THE_SUBMITTER);
        assertThat(accepted(request.withdraw(ADMIN, remark(ADMIN))).state()).isInstanceOf(Withdrawn.class);
        var returned = accepted(giveBack(request, FATIMA)).state();
        assertThat(accepted(returned.withdraw(own, remark(own))).state()).isInstanceOf(Withdrawn.class);
        var decided = accepted(approve(request, FATIMA)).state();
        assertThat(refusal(decided.withdraw(own, remark(own))).facts()).containsEntry("outcome", APPROVED);
    }

    @Test
    void afterThreeReturnsAWordIsLeft() {
        var round = new Round(4, ACCOUNTANT, Set.of(), 3);
        var request = new Pending(matter(round, false), ballot(Rule.ANY_OWNER, holds(FATIMA, "1/1")), NOON, DEADLINE);

        assertThat(refusal(giveBack(request, FATIMA)).facts()).containsEntry("remaining", List.of("APPROVE", "REJECT"));
        assertThat(refusal(giveBack(request, FATIMA)).code()).isEqualTo("ROUNDS_EXHAUSTED");
        assertThat(accepted(reject(request, FATIMA)).state()).isInstanceOf(Decided.class);
    }

    @Test
    void whoSubmittedAnEarlierRoundDoesNotDecideOnALaterOne() {
        var round = new Round(2, ACCOUNTANT, Set.of(ADMIN.person()), 1);
        var request = new Pending(matter(round, false), ballot(Rule.ANY_OWNER, firm("1/1")), NOON, DEADLINE);

        assertThat(refusal(approve(request, ADMIN))).isEqualTo(VoteRefusal.OWN_SUBMISSION);
    }

    @Test
    void onlyWhatIsPendingEscalates() {
        var pending = pending(Rule.SHARE_MAJORITY, holds(FATIMA, "1/1"));
        var decided = accepted(approve(pending, FATIMA)).state();

        var escalated = accepted(pending.escalate(new Notice(DEADLINE, DEADLINE, false), Reach.ALL));

        assertThat(escalated.events()).singleElement().isInstanceOf(ApprovalEscalated.class);
        assertThat(accepted(escalated.state().escalate(new Notice(DEADLINE, DEADLINE, false), Reach.ALL))
                        .events())
                .isEmpty();
        assertThat(accepted(decided.escalate(new Notice(DEADLINE, DEADLINE, false), Reach.ALL))
                        .events())
                .isEmpty();
    }

    private static ApprovalRequest pending(Rule rule, Holding... holdings) {
        return new Pending(matter(), ballot(rule, holdings), NOON, DEADLINE);
    }

    private static ApprovalRequest escalated(Holding... holdings) {
        return new Escalated(
                matter(), ballot(Rule.SHARE_MAJORITY, holdings), NOON, DEADLINE, DEADLINE, EscalationCause.DEADLINE);
    }

    private static Ballot ballot(Rule rule, Holding... holdings) {
        return Ballot.of(rule, new Ownership(TOWER, DAY, Arrays.asList(holdings)));
    }

    private static Matter matter() {
        return matter(Round.of(1, ACCOUNTANT), false);
    }

    private static Matter matter(Round round, boolean selfApproval) {
        return new Matter(expense(), round, TOWER, "Tower", new UUID(0, 3), amount(), DAY, "Lift", selfApproval);
    }

    private static Verdict verdict(ApprovalEvent event) {
        assertThat(event).isInstanceOf(ApprovalDecided.class);
        return ((ApprovalDecided) event).decision().verdict();
    }

    private static ExpenseId expense() {
        return new ExpenseId(new UUID(0, 99));
    }

    private static Money amount() {
        return Money.of("4500.000", "KWD");
    }

    private static Outcome<ApprovalRequest, ApprovalEvent> approve(ApprovalRequest request, Voter voter) {
        return request.vote(voter, new Vote(voter.person(), APPROVED, "As agreed", NOON));
    }

    private static Outcome<ApprovalRequest, ApprovalEvent> giveBack(ApprovalRequest request, Voter voter) {
        return request.giveBack(voter, remark(voter));
    }

    private static Remark remark(Voter voter) {
        return new Remark(voter.person(), "Which lift?", NOON);
    }

    private static Outcome<ApprovalRequest, ApprovalEvent> reject(ApprovalRequest request, Voter voter) {
        return request.vote(voter, new Vote(voter.person(), REJECTED, "Too dear", NOON));
    }

    private static Accepted<ApprovalRequest, ApprovalEvent> accepted(Outcome<ApprovalRequest, ApprovalEvent> outcome) {
        return switch (outcome) {
            case Accepted<ApprovalRequest, ApprovalEvent> accepted -> accepted;
            case Outcome.Refused<ApprovalRequest, ApprovalEvent>(var refusal) ->
                throw new AssertionError(refusal.code());
        };
    }

    private static Refusal refusal(Outcome<ApprovalRequest, ApprovalEvent> outcome) {
        return switch (outcome) {
            case Accepted<ApprovalRequest, ApprovalEvent> accepted -> throw new AssertionError(accepted.state());
            case Outcome.Refused<ApprovalRequest, ApprovalEvent>(var refusal) -> refusal;
        };
    }

    private static Voter owner(long number) {
        return new Voter(person(number), new OwnerId(new UUID(1, number)), false);
    }

    private static PersonId person(long number) {
        return new PersonId(new UUID(2, number));
    }

    private static Holding holds(Voter owner, String share) {
        return holds(owner, share, false);
    }

    private static Holding holds(Voter owner, String share, boolean primaryContact) {
        return new Holding(new Holder.Owner(requireNonNull(owner.owner())), Share.parse(share), primaryContact);
    }

    private static Holding firm(String share) {
        return new Holding(Holder.FIRM, Share.parse(share), false);
    }
}
