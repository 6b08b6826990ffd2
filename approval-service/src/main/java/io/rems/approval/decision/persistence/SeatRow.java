package io.rems.approval.decision.persistence;

import io.r2dbc.spi.Row;
import io.rems.approval.decision.domain.DelegationId;
import io.rems.approval.decision.domain.Mandate;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.decision.domain.Seat;
import io.rems.approval.decision.domain.Substitute;
import io.rems.approval.decision.domain.Verdict;
import io.rems.approval.decision.domain.Vote;
import io.rems.approval.ownership.domain.Holder;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.platform.Share;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a seat stands in the database. */
final class SeatRow {

    private SeatRow() {}

    static Seat seat(Row row) {
        return new Seat(
                holder(row.get("holder_id", UUID.class)),
                holder(row.get("owner_id", UUID.class)),
                Share.parse(row.get("share", String.class)),
                row.get("primary_contact", Boolean.class),
                substitute(row),
                vote(row));
    }

    private static @Nullable Substitute substitute(Row row) {
        if (!Boolean.TRUE.equals(row.get("handed_over", Boolean.class))) {
            return null;
        }
        var user = row.get("handed_to", UUID.class);
        return user == null ? new Substitute.Administrators() : new Substitute.User(new PersonId(user));
    }

    static @Nullable UUID user(Substitute substitute) {
        return switch (substitute) {
            case Substitute.Administrators _ -> null;
            case Substitute.User(var person) -> person.value();
        };
    }

    private static Holder holder(@Nullable UUID owner) {
        return owner == null ? Holder.FIRM : new Holder.Owner(new OwnerId(owner));
    }

    static @Nullable UUID owner(Seat seat) {
        return switch (seat.asked()) {
            case Holder.Owner(var id) -> id.value();
            case Holder.FirmDefault _ -> null;
        };
    }

    static UUID @Nullable [] delegations(Vote vote) {
        var mandate = vote.mandate();
        return mandate == null
                ? null
                : mandate.delegations().stream().map(DelegationId::value).toArray(UUID[]::new);
    }

    private static @Nullable Mandate mandate(Row row) {
        var owner = row.get("holder_id", UUID.class);
        var delegations = row.get("delegations", UUID[].class);
        return delegations == null || owner == null
                ? null
                : new Mandate(
                        new OwnerId(owner),
                        Arrays.stream(delegations).map(DelegationId::new).toList());
    }

    private static @Nullable Vote vote(Row row) {
        var verdict = row.get("verdict", String.class);
        return verdict == null
                ? null
                : new Vote(
                        new PersonId(row.get("voted_by", UUID.class)),
                        Verdict.valueOf(verdict),
                        row.get("comment", String.class),
                        row.get("voted_at", Instant.class),
                        row.get("said_on", LocalDate.class),
                        mandate(row));
    }
}
