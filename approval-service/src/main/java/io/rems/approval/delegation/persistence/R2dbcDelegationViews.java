package io.rems.approval.delegation.persistence;

import io.r2dbc.spi.Row;
import io.rems.approval.decision.domain.DelegationId;
import io.rems.approval.delegation.DelegationView;
import io.rems.approval.delegation.DelegationView.EndedPart;
import io.rems.approval.delegation.DelegationViews;
import io.rems.approval.delegation.domain.Delegation;
import io.rems.approval.delegation.domain.Ending;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Role;
import io.rems.platform.database.FirmSql;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcDelegationViews implements DelegationViews {

    private static final String ALL = "SELECT " + DelegationRow.COLUMNS + """
            , o.name AS owner_name,
                   (SELECT max(u.name) FROM firm_user u WHERE u.firm_id = d.firm_id AND u.user_id = d.delegate_id)
                       AS delegate_name,
                   CASE WHEN d.ended_at IS NOT NULL OR d.until_day <= t.today THEN 'ENDED'
                        WHEN d.from_day > t.today THEN 'SCHEDULED'
                        ELSE 'ACTIVE' END AS status
              FROM delegation d
              LEFT JOIN owner o ON o.firm_id = d.firm_id AND o.id = d.owner_id
             CROSS JOIN (SELECT approval_day_of(:firm, CAST(:now AS timestamptz)) AS today) t
             WHERE d.firm_id = :firm""";

    private static final String CONCERNING = ALL + " AND (d.owner_id = :own OR d.delegate_id = :person)";

    /** Somebody that nobody is. */
    private static final UUID NOBODY = new UUID(0, 0);

    private static final ListQuery ONE = new ListQuery(1, null, List.of(), null, false);

    private final FirmSql database;
    private final Clock clock;

    R2dbcDelegationViews(FirmSql database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<DelegationView> find(DelegationId id, Caller caller) {
        return visible(caller)
                .filter("id", id.value())
                .page(ONE, R2dbcDelegationViews::view)
                .mapNotNull(page -> page.items().isEmpty() ? null : page.items().getFirst());
    }

    @Override
    public Mono<Page<DelegationView>> list(Filter filter, ListQuery query, Caller caller) {
        return visible(caller)
                .filter("status", filter.status())
                .filter("owner_id", filter.ownerId())
                .filter("delegate_id", filter.delegateId())
                .sortable("from", "from_day", LocalDate.class)
                .sortableNullable("until", "until_day", LocalDate.class)
                .sortable("grantedAt", "granted_at", Instant.class)
                .sortableNullable("owner", "owner_name", String.class)
                .sortableNullable("delegate", "delegate_name", String.class)
                .searchable("owner_name", "delegate_name", "reason")
                .orderedBy("-from")
                .page(query, R2dbcDelegationViews::view);
    }

    private Listing visible(Caller caller) {
        if (caller.hasRole(Role.ADMIN) || caller.actor().isService()) {
            return Listing.of(database, ALL).bind("now", clock.instant());
        }
        return Listing.of(database, CONCERNING)
                .bind("now", clock.instant())
                .bind("own", caller.ownerId() == null ? NOBODY : caller.ownerId())
                .bind("person", caller.userId() == null ? NOBODY : caller.userId());
    }

    private static DelegationView view(Row row) {
        var delegation = DelegationRow.delegation(row);
        return new DelegationView(
                delegation.id().value(),
                delegation.owner().value(),
                row.get("owner_name", String.class),
                delegation.delegate().value(),
                row.get("delegate_name", String.class),
                delegation.window().from(),
                delegation.window().until(),
                delegation.limits().amount(),
                properties(delegation),
                delegation.limits().categories().stream().sorted().toList(),
                delegation.reason(),
                DelegationView.Status.valueOf(row.get("status", String.class)),
                delegation.grantedBy().value(),
                delegation.grantedAt(),
                ended(delegation.ending()),
                row.get("version", Long.class));
    }

    private static List<UUID> properties(Delegation delegation) {
        return delegation.limits().properties().stream()
                .map(PropertyId::value)
                .sorted()
                .toList();
    }

    private static @Nullable EndedPart ended(@Nullable Ending ending) {
        return ending == null
                ? null
                : new EndedPart(
                        ending.cause(),
                        ending.at(),
                        ending.by() == null ? null : ending.by().value(),
                        ending.reason());
    }
}
