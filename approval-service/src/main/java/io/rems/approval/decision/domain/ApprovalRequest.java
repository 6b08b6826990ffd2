package io.rems.approval.decision.domain;

import static io.rems.approval.decision.domain.EscalationCause.DEADLINE;
import static io.rems.approval.decision.domain.EscalationCause.NOBODY_ELSE;
import static io.rems.approval.decision.domain.EscalationLevel.ADMINISTRATORS;
import static io.rems.approval.decision.domain.EscalationLevel.PLATFORM;
import static io.rems.approval.decision.domain.ReassignmentRefusal.ALREADY_ANSWERED;
import static io.rems.approval.decision.domain.ReassignmentRefusal.ALREADY_REASSIGNED;
import static io.rems.approval.decision.domain.ReassignmentRefusal.NOT_ASKED;
import static io.rems.approval.decision.domain.ReassignmentRefusal.SUBMITTED_BY_HIM;
import static io.rems.approval.decision.domain.VoteRefusal.NOT_THE_SUBMITTER;
import static io.rems.approval.decision.domain.VoteRefusal.SAME_HOLDERS;
import static io.rems.platform.Outcome.accepted;
import static io.rems.platform.Outcome.refused;

import io.rems.approval.ownership.domain.OwnerId;
import io.rems.platform.Outcome;
import io.rems.platform.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An expense before those who decide on it: one round of it. */
public sealed interface ApprovalRequest {

    /** How often an expense is given back between two decisions. */
    int MOST_RETURNS = 3;

    Matter matter();

    Ballot ballot();

    /** Those who are asked can still say something. */
    sealed interface Open extends ApprovalRequest {

        Instant requestedAt();

        Instant deadline();

        Open with(Ballot marked);
    }

    /** How the round ended; there may be another. */
    sealed interface Closed extends ApprovalRequest {

        /** What whoever comes later is told. */
        Refusal conclusion();
    }

    record Pending(Matter matter, Ballot ballot, Instant requestedAt, Instant deadline) implements Open {

        @Override
        public Pending with(Ballot marked) {
            return new Pending(matter, marked, requestedAt, deadline);
        }
    }

    /** Nobody decided: administrators may alone, the holders still may until they do. */
    record Escalated(
            Matter matter, Ballot ballot, Instant requestedAt, Instant deadline, Instant at, EscalationCause cause)
            implements Open {

        @Override
        public Escalated with(Ballot marked) {
            return new Escalated(matter, marked, requestedAt, deadline, at, cause);
        }
    }

    record Decided(Matter matter, Ballot ballot, Decision decision) implements Closed {

        @Override
        public Refusal conclusion() {
            return new AlreadyDecided(decision);
        }
    }

    /** Given back for information: nothing is due until it is submitted again. */
    record Returned(Matter matter, Ballot ballot, Remark reason) implements Closed {

        @Override
        public Refusal conclusion() {
            return new AlreadyReturned(reason);
        }
    }

    /** Taken back by its submitter. */
    record Withdrawn(Matter matter, Ballot ballot, Remark reason) implements Closed {

        @Override
        public Refusal conclusion() {
            return new AlreadyWithdrawn(reason);
        }
    }

    static Outcome<ApprovalRequest, ApprovalEvent> open(Matter matter, Ballot ballot, Instant at, Instant deadline) {
        return accepted(
                new Pending(matter, ballot, at, deadline),
                new ApprovalEvent.ApprovalRequested(matter, ballot, at, deadline));
    }

    /** Small enough to need nobody's word; the ballot keeps who held the property. */
    static Outcome<ApprovalRequest, ApprovalEvent> approveAtOnce(Matter matter, Ballot ballot, Instant at) {
        return decided(matter, ballot, new Decision(Verdict.APPROVED, null, null, at), List.of());
    }

    /** Before it was known who is to be asked. */
    static Outcome<ApprovalRequest, ApprovalEvent> withdrawUnrouted(Matter matter, Voter by, Remark reason) {
        return matter.round().isWithdrawnBy(by) ? withdrawn(matter, Ballot.NOBODY, reason) : refused(NOT_THE_SUBMITTER);
    }

    default Outcome<ApprovalRequest, ApprovalEvent> vote(Voter voter, Vote vote) {
        return switch (this) {
            case Closed closed -> refused(closed.conclusion());
            case Open open -> new Say(open, voter).vote(vote);
        };
    }

    /** By whoever may vote, instead of his vote. */
    default Outcome<ApprovalRequest, ApprovalEvent> giveBack(Voter voter, Remark reason) {
        var returns = matter().round().returns();
        return switch (this) {
            case Closed closed -> refused(closed.conclusion());
            case Open open when new Say(open, voter).objection() instanceof Refusal refusal -> refused(refusal);
            case Open _ when returns >= MOST_RETURNS -> refused(new RoundsExhausted(returns));
            case Open open -> {
                var said = reason.under(new Say(open, voter).mandates());
                yield accepted(
                        new Returned(matter(), ballot(), said),
                        new ApprovalEvent.ApprovalReturned(matter(), said, MOST_RETURNS - returns - 1));
            }
        };
    }

    /** By its submitter or an administrator, also where it was given back. */
    default Outcome<ApprovalRequest, ApprovalEvent> withdraw(Voter by, Remark reason) {
        return switch (this) {
            case Decided decided -> refused(decided.conclusion());
            case Withdrawn withdrawn -> refused(withdrawn.conclusion());
            case Open _, Returned _ when !matter().round().isWithdrawnBy(by) -> refused(NOT_THE_SUBMITTER);
            case Open _, Returned _ -> withdrawn(matter(), ballot(), reason);
        };
    }

    /** To other holders; votes of those whose part stayed as it was are kept, which never decides by itself. */
    default Outcome<ApprovalRequest, ApprovalEvent> reroute(Ballot anew, Remark reason) {
        return switch (this) {
            case Closed closed -> refused(closed.conclusion());
            case Open _ when ballot().asksAs(anew) -> refused(SAME_HOLDERS);
            case Open open -> {
                var next = open.with(anew.keepingVotesOf(ballot()));
                yield accepted(next, new ApprovalEvent.ApprovalRerouted(next, ballot(), reason));
            }
        };
    }

    /** Nobody decided in time; whoever finds it escalated or closed already has nothing to do. */
    default Outcome<ApprovalRequest, ApprovalEvent> escalate(Notice notice, Reach reach) {
        return switch (this) {
            case Pending pending -> escalated(pending, DEADLINE, notice, reach);
            case Escalated same -> accepted(same);
            case Closed same -> accepted(same);
        };
    }

    /**
     * Of those whose votes are still wanted nobody is left but who submitted it: the administrators are asked before the
     * deadline.
     */
    default Outcome<ApprovalRequest, ApprovalEvent> escalateUnlessSomebodyIsLeft(Reach reach, Instant at) {
        return switch (this) {
            case Pending pending
            when pending.ballot.silent().stream().noneMatch(reach::reaches) ->
                escalated(pending, NOBODY_ELSE, new Notice(at, at, false), reach);
            case Open same -> accepted(same);
            case Closed same -> accepted(same);
        };
    }

    /** Neither did the administrators. */
    default Outcome<ApprovalRequest, ApprovalEvent> escalateFurther(Notice notice) {
        return switch (this) {
            case Escalated same ->
                accepted(
                        same,
                        new ApprovalEvent.ApprovalEscalated(
                                same.matter, same.ballot, PLATFORM, DEADLINE, same.deadline, notice));
            case Pending same -> accepted(same);
            case Closed same -> accepted(same);
        };
    }

    /** Whose word is wanted: of those who have not voted, or, once it has escalated, of the administrators. */
    default Outcome<ApprovalRequest, ApprovalEvent> remind(Notice notice) {
        return switch (this) {
            case Open open ->
                accepted(
                        open,
                        new ApprovalEvent.ApprovalReminded(
                                matter(), ballot(), open instanceof Escalated, open.deadline(), notice));
            case Closed same -> accepted(same);
        };
    }

    /** Opens to somebody else what an owner does not fill; he still may, until that one does. */
    default Outcome<ApprovalRequest, ApprovalEvent> handOver(OwnerId owner, Substitute to, Remark reason) {
        var seats = ballot().of(owner);
        var silent = seats.stream().filter(seat -> seat.vote() == null).toList();
        return switch (this) {
            case Closed closed -> refused(closed.conclusion());
            case Open _ when seats.isEmpty() -> refused(NOT_ASKED);
            case Open _ when silent.isEmpty() -> refused(ALREADY_ANSWERED);
            case Open _
            when silent.stream().allMatch(seat -> to.equals(seat.substitute())) -> refused(ALREADY_REASSIGNED);
            case Open _
            when to instanceof Substitute.User(var person) && matter().forbids(person) -> refused(SUBMITTED_BY_HIM);
            case Open open ->
                accepted(
                        open.with(ballot().handOver(owner, to)),
                        new ApprovalEvent.ApprovalReassigned(matter(), silent.getFirst(), to, reason));
        };
    }

    /** With another deadline, where it still has one before it. */
    default ApprovalRequest until(Instant deadline) {
        return switch (this) {
            case Pending pending -> new Pending(pending.matter, pending.ballot, pending.requestedAt, deadline);
            case Escalated same -> same;
            case Closed same -> same;
        };
    }

    /** To the administrators, and where none of them is left but who submitted it, to the platform at once. */
    private static Outcome<ApprovalRequest, ApprovalEvent> escalated(
            Pending pending, EscalationCause cause, Notice notice, Reach reach) {
        var matter = pending.matter;
        var ballot = pending.ballot;
        var deadline = pending.deadline;
        var next = new Escalated(matter, ballot, pending.requestedAt, deadline, notice.at(), cause);
        var asked = new ApprovalEvent.ApprovalEscalated(matter, ballot, ADMINISTRATORS, cause, deadline, notice);
        return reach.administrators()
                ? accepted(next, asked)
                : accepted(
                        next,
                        asked,
                        new ApprovalEvent.ApprovalEscalated(matter, ballot, PLATFORM, NOBODY_ELSE, deadline, notice));
    }

    private static Outcome<ApprovalRequest, ApprovalEvent> withdrawn(Matter matter, Ballot ballot, Remark reason) {
        return accepted(new Withdrawn(matter, ballot, reason), new ApprovalEvent.ApprovalWithdrawn(matter, reason));
    }

    /** For the count of votes. */
    static Outcome<ApprovalRequest, ApprovalEvent> decided(
            Matter matter, Ballot ballot, Decision decision, List<ApprovalEvent> before) {
        var events = new ArrayList<>(before);
        events.add(new ApprovalEvent.ApprovalDecided(matter, ballot, decision));
        return new Outcome.Accepted<>(new Decided(matter, ballot, decision), events);
    }
}
