package io.rems.approval.decision.domain;

import io.rems.approval.ownership.domain.Holder;
import io.rems.approval.ownership.domain.Holding;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.platform.Share;
import org.jspecify.annotations.Nullable;

/**
 * A holder's place in the ballot and the vote given for it, by whoever speaks for the holder first.
 *
 * @param asked under which entry the holder was asked: another one, where he was registered twice and merged since. Each
 *     entry keeps its place with its share and its vote; whoever speaks for the holder fills those that are open
 * @param substitute who may fill it too, for the holder does not answer
 */
public record Seat(
        Holder holder,
        Holder asked,
        Share share,
        boolean primaryContact,
        @Nullable Substitute substitute,
        @Nullable Vote vote) {

    public Seat(Holder holder, Share share, boolean primaryContact, @Nullable Vote vote) {
        this(holder, holder, share, primaryContact, null, vote);
    }

    static Seat of(Holding holding) {
        return new Seat(holding.holder(), holding.share(), holding.primaryContact(), null);
    }

    boolean isOpenTo(Voter voter) {
        return vote == null && isFor(voter);
    }

    public boolean isFor(Voter voter) {
        return voter.means(holder) && (voter.speaksFor(holder) || (substitute != null && substitute.is(voter)));
    }

    boolean isOf(OwnerId owner) {
        var entry = new Holder.Owner(owner);
        return holder.equals(entry) || asked.equals(entry);
    }

    Seat handOver(Substitute to) {
        return new Seat(holder, asked, share, primaryContact, to, vote);
    }

    /** Whoever voted, or nobody yet. */
    boolean isSeatOf(Seat other) {
        return holder.equals(other.holder) && share.equals(other.share) && primaryContact == other.primaryContact;
    }

    boolean says(Verdict verdict) {
        return vote != null && vote.verdict() == verdict;
    }

    Seat with(Vote given) {
        return new Seat(holder, asked, share, primaryContact, substitute, given);
    }
}
