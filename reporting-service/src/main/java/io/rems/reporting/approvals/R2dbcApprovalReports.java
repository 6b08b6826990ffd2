package io.rems.reporting.approvals;

import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import io.rems.reporting.progress.Freshness;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Reads what is pending: from indexes that hold open requests only, however many expenses there ever were. */
@Component
class R2dbcApprovalReports {
    private static final String COLUMNS = """
            SELECT e.id, e.property_id, p.code, p.name, e.amount_minor, e.currency, e.description, e.priority,
                   e.state, e.rule, e.requested_at, e.deadline, e.escalated_at,
                   (SELECT CAST(json_agg(json_build_object(
                               'type', v.type, 'owner', coalesce(m.into_owner_id, v.owner_id), 'name', o.name, 'numerator', v.share_numerator,
                               'denominator', v.share_denominator, 'verdict', c.verdict) ORDER BY v.ordinal) AS text)
                      FROM voter v
                      LEFT JOIN merged_owner m ON m.firm_id = v.firm_id AND m.owner_id = v.owner_id
                      LEFT JOIN owner o ON o.firm_id = v.firm_id AND o.id = coalesce(m.into_owner_id, v.owner_id)
                      LEFT JOIN vote c ON c.firm_id = v.firm_id AND c.expense_id = v.expense_id
                            AND c.owner_id = coalesce(v.owner_id, '00000000-0000-0000-0000-000000000000')
                            AND c.position > e.request_position
                     WHERE v.firm_id = e.firm_id AND v.expense_id = e.id) AS voters
            """;
    private static final String OF_FIRM = COLUMNS + """
              FROM expense e LEFT JOIN property p ON p.firm_id = e.firm_id AND p.id = e.property_id
             WHERE e.firm_id = :firm AND e.state IN ('PENDING', 'ESCALATED') AND e.deadline IS NOT NULL
            """;
    private static final String OF_OWNER = COLUMNS.replace("e.deadline", "a.deadline") + """
              FROM awaited_vote a
              JOIN expense e ON e.firm_id = a.firm_id AND e.id = a.expense_id
              LEFT JOIN property p ON p.firm_id = e.firm_id AND p.id = e.property_id
             WHERE a.firm_id = :firm AND a.owner_id = :owner
            """;
    private static final String COUNT = """
            SELECT count(*) AS total, count(*) FILTER (WHERE deadline < :now) AS overdue,
                   count(*) FILTER (WHERE deadline >= :now AND deadline < :soon) AS due_soon
            """;
    private static final String COUNT_OF_FIRM = COUNT + """
              FROM expense
             WHERE firm_id = :firm AND state IN ('PENDING', 'ESCALATED') AND deadline IS NOT NULL
            """;
    private static final String COUNT_OF_OWNER = COUNT + """
              FROM awaited_vote WHERE firm_id = :firm AND owner_id = :owner
            """;

    private final FirmSql database;
    private final Transactions transactions;
    private final Freshness freshness;
    private final JsonMapper json;
    private final Clock clock;

    R2dbcApprovalReports(
            FirmSql database, Transactions transactions, Freshness freshness, JsonMapper json, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.freshness = freshness;
        this.json = json;
        this.clock = clock;
    }

    /** All of the firm's; with an owner, those that wait for him. */
    Mono<PendingApprovals> pending(@Nullable UUID owner, @Nullable Urgency urgency, ListQuery query) {
        Instant now = clock.instant();
        var listing = listing(owner, urgency, now);
        return transactions.inFirm(summary(owner, now)
                .flatMap(summary -> listing.page(query, row -> PendingApproval.of(row, now, json))
                        .flatMap(page -> freshness.asOf().map(asOf -> answer(summary, page, asOf)))));
    }

    private static PendingApprovals answer(
            PendingApprovals.Summary summary, Page<PendingApproval> page, Optional<Instant> asOf) {
        return new PendingApprovals(summary, page.items(), page.next(), asOf.orElse(null));
    }

    private Mono<PendingApprovals.Summary> summary(@Nullable UUID owner, Instant now) {
        var counting = owner == null
                ? database.sql(COUNT_OF_FIRM)
                : database.sql(COUNT_OF_OWNER).bind("owner", owner);
        return counting.bind("now", now).bind("soon", now.plus(Urgency.SOON)).one(PendingApprovals.Summary::of);
    }

    private Listing listing(@Nullable UUID owner, @Nullable Urgency urgency, Instant now) {
        var listing = owner == null
                ? Listing.of(database, OF_FIRM)
                : Listing.of(database, OF_OWNER).bind("owner", owner);
        listing.sortable("deadline", "deadline", Instant.class).orderedBy("deadline");
        return switch (urgency) {
            case null -> listing;
            case OVERDUE -> listing.where("deadline < :now", "now", now);
            case DUE_SOON ->
                listing.where("deadline >= :now", "now", now).where("deadline < :soon", "soon", now.plus(Urgency.SOON));
            case NORMAL -> listing.where("deadline >= :soon", "soon", now.plus(Urgency.SOON));
        };
    }
}
