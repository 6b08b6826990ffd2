package io.rems.approval.decision.messaging;

import io.rems.approval.decision.domain.Ballot;
import io.rems.approval.decision.domain.Verdict;
import java.util.List;
import java.util.stream.Stream;

/** A vote on the wire that was cast before. */
record KeptVoteV1(VoterV1 voter, Verdict verdict) {

    static List<KeptVoteV1> of(Ballot ballot) {
        return ballot.voting().stream()
                .flatMap(seat ->
                        Stream.ofNullable(seat.vote()).map(vote -> new KeptVoteV1(VoterV1.of(seat), vote.verdict())))
                .toList();
    }
}
