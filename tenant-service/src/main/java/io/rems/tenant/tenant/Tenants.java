package io.rems.tenant.tenant;

import io.rems.platform.Duplicate;
import io.rems.platform.Versioned;
import io.rems.platform.database.Constraints;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Outbox;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import io.rems.platform.problem.StaleVersion;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The firm's tenants. */
@Service
public class Tenants {

    private final R2dbcTenants table;
    private final Transactions transactions;
    private final Outbox outbox;

    Tenants(R2dbcTenants table, Transactions transactions, Outbox outbox) {
        this.table = table;
        this.transactions = transactions;
        this.outbox = outbox;
    }

    Mono<Versioned<Tenant>> register(Tenant tenant) {
        return transactions.inFirm(table.insert(tenant)
                .onErrorMap(
                        error -> Constraints.violated(error, "tenant_pkey"),
                        _ -> new RequestRefused(new Duplicate("tenant", "id")))
                .then(outbox.append(List.of(TenantDetailsV1.registered(tenant))))
                .thenReturn(new Versioned<>(tenant, 1)));
    }

    Mono<Versioned<Tenant>> change(Tenant tenant, long version) {
        return transactions.inFirm(existing(tenant.id())
                .then(table.update(tenant, version))
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(StaleVersion::new))
                .then(outbox.append(List.of(TenantDetailsV1.changed(tenant, version + 1))))
                .thenReturn(new Versioned<>(tenant, version + 1)));
    }

    Mono<Versioned<Tenant>> find(UUID id, Sight sight) {
        return sight.covers(id) ? existing(id) : Mono.error(new NotFound("tenant", id));
    }

    Mono<Page<Versioned<Tenant>>> list(ListQuery query, Sight sight) {
        return table.page(query, sight);
    }

    /** Ends in a problem that names {@code field} unless the firm knows all of them. */
    public Mono<Void> mustKnow(String field, List<UUID> ids) {
        return ids.isEmpty()
                ? Mono.empty()
                : table.known(ids)
                        .flatMap(known -> ids.stream()
                                .filter(id -> !known.contains(id))
                                .findFirst()
                                .map(id -> Mono.<Void>error(
                                        new InvalidRequest(field, "UNKNOWN", "There is no tenant " + id)))
                                .orElse(Mono.empty()));
    }

    private Mono<Versioned<Tenant>> existing(UUID id) {
        return table.find(id).switchIfEmpty(Mono.error(() -> new NotFound("tenant", id)));
    }
}
