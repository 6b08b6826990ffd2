package io.rems.tenant.lease.persistence;

import io.r2dbc.spi.Row;
import io.rems.platform.Money;
import io.rems.platform.Versioned;
import io.rems.tenant.lease.LeaseView;
import io.rems.tenant.lease.domain.Lease;
import io.rems.tenant.lease.domain.LeaseId;
import io.rems.tenant.lease.domain.LeasePeriod;
import io.rems.tenant.lease.domain.LeaseState;
import io.rems.tenant.lease.domain.LeaseTerms;
import io.rems.tenant.lease.domain.Parties;
import io.rems.tenant.lease.domain.Premises;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@link #SELECT}, as a lease for commands and as a view for readers. */
record LeaseRow(Row row) {

    static final String SELECT = """
            SELECT l.id, l.version, l.number, l.state, l.unit_id, l.tenant_id, l.starts_on, l.ends_on, l.rent_minor,
                   l.deposit_minor, l.currency, l.terminated_on, l.termination_reason,
                   u.number AS unit_number, u.property_id, p.name AS property_name, t.name AS tenant_name,
                   ARRAY(SELECT c.tenant_id FROM lease_co_tenant c
                          WHERE c.firm_id = l.firm_id AND c.lease_id = l.id ORDER BY c.tenant_id) AS co_tenants
              FROM lease l
              JOIN unit u ON u.firm_id = l.firm_id AND u.id = l.unit_id
              JOIN tenant t ON t.firm_id = l.firm_id AND t.id = l.tenant_id
              LEFT JOIN property p ON p.firm_id = u.firm_id AND p.id = u.property_id
             WHERE l.firm_id = :firm""";

    Versioned<Lease> lease() {
        return new Versioned<>(
                switch (state()) {
                    case DRAFT -> new Lease.Draft(terms());
                    case ACTIVE -> new Lease.Active(terms());
                    case ENDED -> new Lease.Ended(terms());
                    case TERMINATED -> new Lease.Terminated(terms(), date("terminated_on"), text("termination_reason"));
                },
                number("version"));
    }

    LeaseView view() {
        return new LeaseView(
                id("id"),
                text("number"),
                state(),
                id("unit_id"),
                text("unit_number"),
                id("property_id"),
                row.get("property_name", String.class),
                id("tenant_id"),
                text("tenant_name"),
                coTenants(),
                date("starts_on"),
                date("ends_on"),
                rent(),
                deposit(),
                state() == LeaseState.TERMINATED
                        ? new LeaseView.Termination(date("terminated_on"), text("termination_reason"))
                        : null,
                number("version"));
    }

    private LeaseTerms terms() {
        return new LeaseTerms(
                new LeaseId(id("id")),
                text("number"),
                new Premises(id("unit_id"), id("property_id")),
                new Parties(id("tenant_id"), coTenants()),
                new LeasePeriod(date("starts_on"), date("ends_on")),
                rent(),
                deposit());
    }

    private LeaseState state() {
        return LeaseState.valueOf(text("state"));
    }

    private List<UUID> coTenants() {
        return List.of(Objects.requireNonNull(row.get("co_tenants", UUID[].class)));
    }

    private Money rent() {
        return new Money(number("rent_minor"), Currency.getInstance(text("currency")));
    }

    private @Nullable Money deposit() {
        var minor = row.get("deposit_minor", Long.class);
        return minor == null ? null : new Money(minor, Currency.getInstance(text("currency")));
    }

    private UUID id(String column) {
        return Objects.requireNonNull(row.get(column, UUID.class));
    }

    private String text(String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private LocalDate date(String column) {
        return Objects.requireNonNull(row.get(column, LocalDate.class));
    }

    private long number(String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }
}
