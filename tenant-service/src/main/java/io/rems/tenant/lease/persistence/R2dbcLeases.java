package io.rems.tenant.lease.persistence;

import io.rems.platform.Duplicate;
import io.rems.platform.Versioned;
import io.rems.platform.database.Constraints;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.RequestRefused;
import io.rems.tenant.lease.Leases;
import io.rems.tenant.lease.NumberTaken;
import io.rems.tenant.lease.domain.Lease;
import io.rems.tenant.lease.domain.LeaseId;
import io.rems.tenant.lease.domain.LeaseState;
import io.rems.tenant.lease.domain.LeaseTerms;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcLeases implements Leases {

    private static final String INSERT = """
            INSERT INTO lease (firm_id, id, version, number, unit_id, tenant_id, starts_on, ends_on,
                               rent_minor, deposit_minor, currency, state, terminated_on, termination_reason)
            VALUES (:firm, :id, :version, :number, :unit, :tenant, :from, :to,
                    :rent, :deposit, :currency, :state, :terminatedOn, :reason)
            """;
    private static final String INSERT_CO_TENANTS = """
            INSERT INTO lease_co_tenant (firm_id, lease_id, tenant_id)
            SELECT :firm, :id, tenant FROM unnest(CAST(:tenants AS uuid[])) tenant
            """;
    private static final String UPDATE = """
            UPDATE lease SET version = :version, state = :state, terminated_on = :terminatedOn, termination_reason = :reason
             WHERE firm_id = :firm AND id = :id
            """;

    private final FirmSql database;

    R2dbcLeases(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(Versioned<Lease> lease) {
        var terms = lease.value().terms();
        return inserted(lease, terms)
                .onErrorMap(
                        error -> Constraints.violated(error, "lease_pkey"),
                        _ -> new RequestRefused(new Duplicate("lease", "id")))
                .onErrorMap(
                        error -> Constraints.violated(error, "lease_number_key"),
                        _ -> new RequestRefused(new NumberTaken(terms.number())))
                .then(withCoTenants(terms));
    }

    @Override
    public Mono<Versioned<Lease>> hold(LeaseId id) {
        return database.sql(LeaseRow.SELECT + " AND l.id = :id FOR UPDATE OF l")
                .bind("id", id.value())
                .one(row -> new LeaseRow(row).lease());
    }

    @Override
    public Mono<Void> save(Versioned<Lease> lease) {
        return state(database.sql(UPDATE), lease).update().then();
    }

    private Mono<Long> inserted(Versioned<Lease> lease, LeaseTerms terms) {
        var deposit = terms.deposit();
        return state(database.sql(INSERT), lease)
                .bind("number", terms.number())
                .bind("unit", terms.premises().unit())
                .bind("tenant", terms.parties().tenant())
                .bind("from", terms.period().from())
                .bind("to", terms.period().to())
                .bind("rent", terms.rent().minor())
                .bindNullable("deposit", deposit == null ? null : deposit.minor(), Long.class)
                .bind("currency", terms.rent().currency().getCurrencyCode())
                .update();
    }

    private Mono<Void> withCoTenants(LeaseTerms terms) {
        var coTenants = terms.parties().coTenants();
        return coTenants.isEmpty()
                ? Mono.empty()
                : database.sql(INSERT_CO_TENANTS)
                        .bind("id", terms.id().value())
                        .bind("tenants", coTenants.toArray(UUID[]::new))
                        .update()
                        .then();
    }

    private static FirmSql.Statement state(FirmSql.Statement statement, Versioned<Lease> lease) {
        var terminated = lease.value() instanceof Lease.Terminated found ? found : null;
        return statement
                .bind("id", lease.value().terms().id().value())
                .bind("version", lease.version())
                .bind("state", LeaseState.of(lease.value()).name())
                .bindNullable("terminatedOn", terminated == null ? null : terminated.on(), LocalDate.class)
                .bindNullable("reason", terminated == null ? null : terminated.reason(), String.class);
    }
}
