package io.rems.tenant.lease.persistence;

import io.rems.platform.database.FirmSql;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import io.rems.tenant.lease.LeaseBook;
import io.rems.tenant.lease.LeaseFilter;
import io.rems.tenant.lease.LeaseView;
import io.rems.tenant.lease.domain.LeaseId;
import io.rems.tenant.tenant.Sight;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcLeaseBook implements LeaseBook {

    private static final String SIGNED_BY = """
            id IN (SELECT id FROM lease WHERE firm_id = :firm AND tenant_id = :%1$s
                   UNION ALL SELECT lease_id FROM lease_co_tenant WHERE firm_id = :firm AND tenant_id = :%1$s)""";

    private final FirmSql database;

    R2dbcLeaseBook(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<LeaseView> find(LeaseId id, Sight sight) {
        return database.sql(LeaseRow.SELECT + " AND l.id = :id")
                .bind("id", id.value())
                .one(row -> new LeaseRow(row).view())
                .filter(lease -> sight.ofWholeFirm() || lease.isSignedBy(sight.own()));
    }

    @Override
    public Mono<Page<LeaseView>> page(ListQuery query, LeaseFilter filter, Sight sight) {
        var listing = Listing.of(database, LeaseRow.SELECT)
                .filter("unit_id", filter.unitId())
                .filter("property_id", filter.propertyId())
                .filter("state", filter.state() == null ? null : filter.state().name())
                .sortable("number", "number", String.class)
                .sortable("from", "starts_on", LocalDate.class)
                .sortable("to", "ends_on", LocalDate.class)
                .searchable("number", "tenant_name", "unit_number")
                .orderedBy("-from");
        signedBy(listing, "own", sight.own());
        signedBy(listing, "tenant", filter.tenantId());
        return listing.page(query, row -> new LeaseRow(row).view());
    }

    private static void signedBy(Listing listing, String parameter, @Nullable UUID tenant) {
        if (tenant != null) {
            listing.where(SIGNED_BY.formatted(parameter), parameter, tenant);
        }
    }
}
