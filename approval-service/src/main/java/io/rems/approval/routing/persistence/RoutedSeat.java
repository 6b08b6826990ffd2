package io.rems.approval.routing.persistence;

import io.r2dbc.spi.Row;
import io.rems.approval.decision.domain.Verdict;
import io.rems.approval.routing.RoutingView.HolderView;
import io.rems.approval.routing.RoutingView.ReassignedView;
import io.rems.approval.routing.RoutingView.VoteView;
import io.rems.approval.routing.RoutingView.VoterView;
import io.rems.platform.Share;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A holder's place in a round as its viewer may see it: of the votes of others an owner sees what they were and of which share. */
record RoutedSeat(
        int round,
        HolderView holder,
        boolean votes,
        @Nullable VoteView vote,
        @Nullable ReassignedView reassigned) {

    static final String ALL = """
            SELECT s.round, coalesce(m.into_owner_id, s.owner_id) AS owner_id, s.share, s.primary_contact, s.votes,
                   s.verdict, s.voted_at, s.said_on, s.handed_over, s.handed_to,
                   CASE WHEN v.whole THEN s.voted_by END AS voted_by, CASE WHEN v.whole THEN s.comment END AS comment,
                   CASE WHEN v.whole THEN s.delegations END AS delegations
              FROM approval_seat s
              LEFT JOIN merged_owner m ON m.firm_id = s.firm_id AND m.owner_id = s.owner_id
             CROSS JOIN LATERAL (
                   SELECT CAST(:viewer AS uuid) IS NULL OR :viewer = coalesce(m.into_owner_id, s.owner_id) AS whole) v
             WHERE s.firm_id = :firm AND s.expense_id = :expense
               AND s.round = coalesce(:round, (SELECT max(round) FROM expense_route
                                              WHERE firm_id = :firm AND expense_id = :expense))
             ORDER BY s.position""";

    static RoutedSeat of(Row row) {
        var owner = row.get("owner_id", UUID.class);
        return new RoutedSeat(
                row.get("round", Integer.class),
                new HolderView(
                        owner == null ? "FIRM_DEFAULT" : "OWNER",
                        owner,
                        Share.parse(row.get("share", String.class)),
                        row.get("primary_contact", Boolean.class)),
                row.get("votes", Boolean.class),
                vote(row),
                row.get("handed_over", Boolean.class) ? new ReassignedView(row.get("handed_to", UUID.class)) : null);
    }

    VoterView voter() {
        var type = holder.ownerId() == null ? "ADMINISTRATORS" : holder.type();
        return new VoterView(type, holder.ownerId(), holder.share(), vote, reassigned);
    }

    private static @Nullable VoteView vote(Row row) {
        var verdict = row.get("verdict", String.class);
        var delegations = row.get("delegations", UUID[].class);
        return verdict == null
                ? null
                : new VoteView(
                        Verdict.valueOf(verdict),
                        row.get("voted_by", UUID.class),
                        row.get("voted_at", Instant.class),
                        row.get("comment", String.class),
                        row.get("said_on", LocalDate.class),
                        delegations == null ? List.of() : List.of(delegations));
    }
}
