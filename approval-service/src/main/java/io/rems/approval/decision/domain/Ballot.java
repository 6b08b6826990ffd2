package io.rems.approval.decision.domain;

import static io.rems.approval.decision.domain.Verdict.APPROVED;
import static io.rems.approval.decision.domain.Verdict.REJECTED;

import io.rems.approval.ownership.domain.OwnerId;
import io.rems.approval.ownership.domain.Ownership;
import io.rems.platform.Share;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The holders of the property on the expense date, and what they have said so far. */
public record Ballot(Rule rule, List<Seat> seats) {

    /** Of what nobody was asked about. */
    static final Ballot NOBODY = new Ballot(Rule.SHARE_MAJORITY, List.of());

    public Ballot {
        seats = List.copyOf(seats);
        if (rule == Rule.PRIMARY_CONTACT && seats.stream().noneMatch(Seat::primaryContact)) {
            throw new IllegalArgumentException("Nobody is the primary contact");
        }
    }

    /** An unmarked ballot; where no holder is the primary contact, the majority decides in his stead. */
    public static Ballot of(Rule wanted, Ownership ownership) {
        var seats = ownership.holdings().stream().map(Seat::of).toList();
        var nobody = seats.stream().noneMatch(Seat::primaryContact);
        return new Ballot(wanted == Rule.PRIMARY_CONTACT && nobody ? Rule.SHARE_MAJORITY : wanted, seats);
    }

    /** The seats whose votes decide under the rule. */
    public List<Seat> voting() {
        return seats.stream().filter(this::decides).toList();
    }

    /** The voting seats that nobody has filled yet. */
    public List<Seat> silent() {
        return voting().stream().filter(seat -> seat.vote() == null).toList();
    }

    public boolean admits(Voter voter) {
        return voting().stream().anyMatch(seat -> seat.isFor(voter));
    }

    public boolean awaits(Voter voter) {
        return voting().stream().anyMatch(seat -> seat.isOpenTo(voter));
    }

    /** The seats that a vote of this voter fills: all those he speaks for and nobody has filled yet. */
    List<Seat> openTo(Voter voter) {
        return voting().stream().filter(seat -> seat.isOpenTo(voter)).toList();
    }

    /** The voting seats of the owner. */
    List<Seat> of(OwnerId owner) {
        return voting().stream().filter(seat -> seat.isOf(owner)).toList();
    }

    /** With what the owner has not filled open to somebody else too. */
    Ballot handOver(OwnerId owner, Substitute to) {
        return new Ballot(
                rule,
                seats.stream()
                        .map(seat -> seat.isOf(owner) && seat.vote() == null ? seat.handOver(to) : seat)
                        .toList());
    }

    Ballot with(Voter voter, Vote vote) {
        return new Ballot(
                rule,
                seats.stream()
                        .map(seat -> decides(seat) && seat.isOpenTo(voter)
                                ? seat.with(voter.inStead(seat.holder(), vote))
                                : seat)
                        .toList());
    }

    /** Whether the same seats decide under the same rule, however they voted. */
    boolean asksAs(Ballot other) {
        return rule == other.rule
                && seats.size() == other.seats.size()
                && seats.stream().allMatch(seat -> other.seats.stream().anyMatch(seat::isSeatOf));
    }

    /** With the votes of seats that are as they were before; of none where the rule is another. */
    Ballot keepingVotesOf(Ballot before) {
        return rule == before.rule
                ? new Ballot(
                        rule,
                        seats.stream()
                                .map(seat -> before.seats.stream()
                                        .filter(seat::isSeatOf)
                                        .findFirst()
                                        .orElse(seat))
                                .toList())
                : this;
    }

    /** The verdict, once it can no longer change: approved, or approval has become impossible. */
    public Optional<Verdict> verdict() {
        if (approves(seat -> seat.says(APPROVED))) {
            return Optional.of(APPROVED);
        }
        return approves(seat -> !seat.says(REJECTED)) ? Optional.empty() : Optional.of(REJECTED);
    }

    public Share share(Verdict verdict) {
        return total(voting().stream().filter(seat -> seat.says(verdict)));
    }

    private boolean approves(Predicate<Seat> inFavour) {
        var voting = voting().stream();
        return switch (rule) {
            case SHARE_MAJORITY -> total(voting.filter(inFavour)).isMoreThan(Share.HALF);
            case ANY_OWNER, PRIMARY_CONTACT -> voting.anyMatch(inFavour);
            case UNANIMOUS -> voting.allMatch(inFavour);
        };
    }

    private boolean decides(Seat seat) {
        return rule != Rule.PRIMARY_CONTACT || seat.primaryContact();
    }

    private static Share total(Stream<Seat> seats) {
        return seats.map(Seat::share).reduce(Share.NONE, Share::plus);
    }
}
