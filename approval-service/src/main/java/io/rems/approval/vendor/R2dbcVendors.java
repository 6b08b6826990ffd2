package io.rems.approval.vendor;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Row;
import io.rems.platform.Duplicate;
import io.rems.platform.Versioned;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import io.rems.platform.problem.StaleVersion;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class R2dbcVendors {

    private static final TypeReference<List<Contact>> CONTACTS = new TypeReference<>() {};

    private static final String ALL = """
            SELECT id, version, name, type, registration_number, tax_number, address, CAST(contacts AS text) AS contacts, specialities,
                   array_to_string(specialities, ', ') AS speciality, emergency_available, iban, bank, rating, ratings,
                   status, blocked_because
              FROM vendor WHERE firm_id = :firm""";

    private static final String ADD = """
            INSERT INTO vendor (firm_id, id, name, type, registration_number, tax_number, address, contacts, specialities,
                                emergency_available, iban, bank, status, blocked_because)
            VALUES (:firm, :id, :name, :type, :registration_number, :tax_number, :address, CAST(:contacts AS jsonb),
                    :specialities, :emergency_available, :iban, :bank, :status, :blocked_because)""";

    private static final String SAVE = """
            UPDATE vendor
               SET name = :name, type = :type, registration_number = :registration_number, tax_number = :tax_number,
                   address = :address, contacts = CAST(:contacts AS jsonb), specialities = :specialities,
                   emergency_available = :emergency_available, iban = :iban, bank = :bank, status = :status,
                   blocked_because = :blocked_because, version = version + 1
             WHERE firm_id = :firm AND id = :id AND version = :version""";

    private final FirmSql database;
    private final JsonMapper json;

    R2dbcVendors(FirmSql database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Mono<Void> add(Vendor vendor) {
        return bound(ADD, vendor)
                .update()
                .onErrorMap(DuplicateKeyException.class, _ -> new RequestRefused(new Duplicate("vendor", "id")))
                .then();
    }

    Mono<Void> save(Versioned<Vendor> vendor) {
        return bound(SAVE, vendor.value())
                .bind("version", vendor.version())
                .update()
                .flatMap(rows -> rows == 1 ? Mono.empty() : Mono.error(new StaleVersion()));
    }

    Mono<Versioned<Vendor>> get(UUID id) {
        return one(ALL + " AND id = :id", id);
    }

    /** Against everybody else until the end of the transaction. */
    Mono<Versioned<Vendor>> hold(UUID id) {
        return one(ALL + " AND id = :id FOR UPDATE", id);
    }

    <T> Mono<Page<T>> page(VendorFilter filter, ListQuery query, Function<Vendor, T> view) {
        var all = Listing.of(database, ALL)
                .filter("status", filter.status())
                .filter("type", filter.type())
                .filter("emergency_available", filter.emergencyAvailable());
        return (filter.speciality() == null
                        ? all
                        : all.where(":speciality = ANY (specialities)", "speciality", filter.speciality()))
                .sortable("name", "name", String.class)
                .sortableNullable("type", "type", String.class)
                .sortable("status", "status", String.class)
                .sortableNullable("rating", "rating", BigDecimal.class)
                .orderedBy("name")
                .searchable("name", "type", "speciality", "contacts", "registration_number")
                .page(query, row -> view.apply(vendor(row)));
    }

    private Mono<Versioned<Vendor>> one(String select, UUID id) {
        return database.sql(select)
                .bind("id", id)
                .one(row -> new Versioned<>(vendor(row), row.get("version", Long.class)))
                .switchIfEmpty(Mono.error(() -> new NotFound("vendor", id)));
    }

    private FirmSql.Statement bound(String statement, Vendor vendor) {
        var account = vendor.bankAccount();
        return database.sql(statement)
                .bind("id", vendor.id())
                .bind("name", vendor.name())
                .bindNullable("type", vendor.type(), String.class)
                .bindNullable("registration_number", vendor.registrationNumber(), String.class)
                .bindNullable("tax_number", vendor.taxNumber(), String.class)
                .bindNullable("address", vendor.address(), String.class)
                .bind("contacts", json.writeValueAsString(vendor.contacts()))
                .bind("specialities", vendor.specialities().toArray(String[]::new))
                .bind("emergency_available", vendor.emergencyAvailable())
                .bindNullable("iban", account == null ? null : account.iban(), String.class)
                .bindNullable("bank", account == null ? null : account.bank(), String.class)
                .bind("status", vendor.status().name())
                .bindNullable("blocked_because", vendor.blockedBecause(), String.class);
    }

    private Vendor vendor(Row row) {
        return new Vendor(
                row.get("id", UUID.class),
                row.get("name", String.class),
                row.get("type", String.class),
                row.get("registration_number", String.class),
                row.get("tax_number", String.class),
                row.get("address", String.class),
                json.readValue(requireNonNull(row.get("contacts", String.class)), CONTACTS),
                List.of(requireNonNull(row.get("specialities", String[].class))),
                row.get("emergency_available", Boolean.class),
                account(row),
                rating(row),
                VendorStatus.valueOf(row.get("status", String.class)),
                row.get("blocked_because", String.class));
    }

    private static @Nullable BankAccount account(Row row) {
        var iban = row.get("iban", String.class);
        return iban == null ? null : new BankAccount(iban, row.get("bank", String.class));
    }

    private static @Nullable Rating rating(Row row) {
        var average = row.get("rating", BigDecimal.class);
        return average == null ? null : new Rating(average, requireNonNull(row.get("ratings", Integer.class)));
    }
}
