package io.rems.approval.decision.messaging;

import io.rems.approval.decision.domain.Ballot;
import io.rems.approval.decision.domain.Seat;
import io.rems.approval.ownership.domain.Holder;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A seat on the wire: an owner's, by the entry under which he was asked, or that of the firm's administrators. */
record VoterV1(String type, @Nullable UUID ownerId, String share) {

    /** Those who decide under the rule. */
    static List<VoterV1> of(Ballot ballot) {
        return ballot.voting().stream().map(VoterV1::of).toList();
    }

    static VoterV1 of(Seat seat) {
        var share = seat.share().toString();
        return switch (seat.asked()) {
            case Holder.Owner(var id) -> new VoterV1("OWNER", id.value(), share);
            case Holder.FirmDefault _ -> new VoterV1("ADMINISTRATORS", null, share);
        };
    }
}
