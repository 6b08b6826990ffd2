package io.rems.approval.decision.domain;

import static io.rems.approval.decision.domain.VoteRefusal.ALREADY_VOTED;
import static io.rems.approval.decision.domain.VoteRefusal.NOT_A_VOTER;
import static io.rems.approval.decision.domain.VoteRefusal.OWN_SUBMISSION;
import static io.rems.platform.Outcome.accepted;
import static io.rems.platform.Outcome.refused;

import io.rems.platform.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An expense before those who decide on it. */
public sealed interface ApprovalRequest {

    Matter matter();

    Ballot ballot();

    record Pending(Matter matter, Ballot ballot, Instant requestedAt, Instant deadline) implements ApprovalRequest {}

    /** Past its deadline: administrators may decide it alone, the holders still may until they do. */
    record Escalated(Matter matter, Ballot ballot, Instant requestedAt, Instant deadline, Instant at)
            implements ApprovalRequest {}

    record Decided(Matter matter, Ballot ballot, Decision decision) implements ApprovalRequest {}

    static Outcome<ApprovalRequest, ApprovalEvent> open(Matter matter, Ballot ballot, Instant at, Instant deadline) {
        return accepted(
                new Pending(matter, ballot, at, deadline),
                new ApprovalEvent.ApprovalRequested(matter, ballot, at, deadline));
    }

    /** Small enough to need nobody's word; the ballot keeps who held the property. */
    static Outcome<ApprovalRequest, ApprovalEvent> approveAtOnce(Matter matter, Ballot ballot, Instant at) {
        return decided(matter, ballot, new Decision(Verdict.APPROVED, null, null, at), List.of());
    }

    default Outcome<ApprovalRequest, ApprovalEvent> vote(Voter voter, Vote vote) {
        return switch (this) {
            case Decided decided -> refused(new AlreadyDecided(decided.decision()));
            case Pending _, Escalated _ when matter().forbids(voter.person()) -> refused(OWN_SUBMISSION);
            case Escalated _
            when voter.administrator() -> decided(matter(), ballot(), Decision.by(vote, vote.verdict()), List.of());
            case Pending _, Escalated _ when !ballot().admits(voter) -> refused(NOT_A_VOTER);
            case Pending _, Escalated _ when !ballot().awaits(voter) -> refused(ALREADY_VOTED);
            case Pending(var matter, var ballot, var requestedAt, var deadline) ->
                counted(new Pending(matter, ballot.with(voter, vote), requestedAt, deadline), ballot, voter, vote);
            case Escalated(var matter, var ballot, var requestedAt, var deadline, var at) ->
                counted(
                        new Escalated(matter, ballot.with(voter, vote), requestedAt, deadline, at),
                        ballot,
                        voter,
                        vote);
        };
    }

    /** Nobody decided in time; whoever finds it decided or escalated already has nothing to do. */
    default Outcome<ApprovalRequest, ApprovalEvent> escalate(Instant at) {
        return switch (this) {
            case Pending(var matter, var ballot, var requestedAt, var deadline) ->
                accepted(
                        new Escalated(matter, ballot, requestedAt, deadline, at),
                        new ApprovalEvent.ApprovalEscalated(matter, deadline, at));
            case Escalated same -> accepted(same);
            case Decided same -> accepted(same);
        };
    }

    private static Outcome<ApprovalRequest, ApprovalEvent> counted(
            ApprovalRequest marked, Ballot before, Voter voter, Vote vote) {
        List<ApprovalEvent> cast = before.openTo(voter).stream()
                .<ApprovalEvent>map(seat -> new ApprovalEvent.VoteCast(marked.matter(), seat, vote))
                .toList();
        return marked.ballot()
                .verdict()
                .map(verdict -> decided(marked.matter(), marked.ballot(), Decision.by(vote, verdict), cast))
                .orElseGet(() -> new Outcome.Accepted<>(marked, cast));
    }

    private static Outcome<ApprovalRequest, ApprovalEvent> decided(
            Matter matter, Ballot ballot, Decision decision, List<ApprovalEvent> before) {
        var events = new ArrayList<>(before);
        events.add(new ApprovalEvent.ApprovalDecided(matter, ballot, decision));
        return new Outcome.Accepted<>(new Decided(matter, ballot, decision), events);
    }
}
