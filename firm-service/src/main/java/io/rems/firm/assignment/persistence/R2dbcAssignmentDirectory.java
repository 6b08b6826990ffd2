package io.rems.firm.assignment.persistence;

import io.r2dbc.spi.Row;
import io.rems.firm.assignment.AssignmentDirectory;
import io.rems.firm.assignment.AssignmentView;
import io.rems.firm.assignment.domain.AssignmentId;
import io.rems.platform.Versioned;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Role;
import io.rems.platform.database.FirmSql;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcAssignmentDirectory implements AssignmentDirectory {
    private static final String VIEWS = """
            SELECT a.id, a.firm_id, a.user_id, u.name, u.email, a.role, a.access_level, a.owner_id, a.tenant_id,
                   a.ended_at IS NULL AND a.firm_id = u.primary_firm AS is_primary, a.since, a.ended_at, a.version
              FROM assignment a JOIN portal_user u ON u.id = a.user_id
             WHERE a.firm_id = :firm""";

    private final FirmSql sql;

    R2dbcAssignmentDirectory(FirmSql sql) {
        this.sql = sql;
    }

    @Override
    public Mono<Versioned<AssignmentView>> byId(AssignmentId id) {
        return sql.sql(VIEWS + " AND a.id = :id")
                .bind("id", id.value())
                .one(row -> new Versioned<>(view(row), row.get("version", Long.class)));
    }

    @Override
    public Mono<Page<AssignmentView>> page(ListQuery query) {
        return Listing.of(sql, VIEWS)
                .sortable("userName", "name", String.class)
                .sortable("since", "since", Instant.class)
                .searchable("name", "email")
                .orderedBy("userName")
                .page(query, R2dbcAssignmentDirectory::view);
    }

    private static AssignmentView view(Row row) {
        return new AssignmentView(
                row.get("id", UUID.class),
                row.get("firm_id", UUID.class),
                row.get("user_id", UUID.class),
                row.get("name", String.class),
                row.get("email", String.class),
                Role.valueOf(row.get("role", String.class)),
                AccessLevel.valueOf(row.get("access_level", String.class)),
                row.get("owner_id", UUID.class),
                row.get("tenant_id", UUID.class),
                row.get("is_primary", Boolean.class),
                row.get("since", Instant.class),
                row.get("ended_at", Instant.class));
    }
}
