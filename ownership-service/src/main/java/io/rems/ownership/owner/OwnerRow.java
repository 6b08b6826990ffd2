package io.rems.ownership.owner;

import io.r2dbc.spi.Row;
import io.rems.platform.Versioned;
import io.rems.platform.database.FirmSql;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An owner as his row holds him. */
final class OwnerRow {

    static final String COLUMNS = """
            id, version, name, other_name, type,
            CASE WHEN merged_into IS NULL THEN status ELSE 'MERGED' END AS status, merged_into, identity_type, identity_number, identity_country,
            identity_expires, email, phone, other_phones, address, iban, bank, nationality, language, note""";

    private OwnerRow() {}

    static FirmSql.Statement bound(FirmSql.Statement statement, Owner owner, boolean allowDuplicate) {
        var identity = owner.identity();
        var account = owner.bankAccount();
        return statement
                .bind("id", owner.id())
                .bind("name", owner.name())
                .bind("name_key", NameKey.of(owner.name()))
                .bindNullable("other_name", owner.otherName(), String.class)
                .bind("type", owner.type().name())
                .bindNullable(
                        "identity_type",
                        identity == null ? null : identity.type().name(),
                        String.class)
                .bindNullable("identity_number", identity == null ? null : identity.number(), String.class)
                .bindNullable("identity_country", identity == null ? null : identity.country(), String.class)
                .bindNullable("identity_expires", identity == null ? null : identity.expiresOn(), LocalDate.class)
                .bindNullable("identity_key", identity == null || allowDuplicate ? null : identity.key(), String.class)
                .bindNullable("email", owner.email(), String.class)
                .bindNullable("phone", owner.phone(), String.class)
                .bind("other_phones", owner.otherPhones().toArray(String[]::new))
                .bindNullable("address", owner.address(), String.class)
                .bindNullable("iban", account == null ? null : account.iban(), String.class)
                .bindNullable("bank", account == null ? null : account.bank(), String.class)
                .bindNullable("nationality", owner.nationality(), String.class)
                .bindNullable("language", owner.language(), String.class)
                .bindNullable("note", owner.note(), String.class);
    }

    static Versioned<Owner> versioned(Row row) {
        return new Versioned<>(owner(row), row.get("version", Long.class));
    }

    static Owner owner(Row row) {
        var iban = row.get("iban", String.class);
        return new Owner(
                row.get("id", UUID.class),
                row.get("name", String.class),
                row.get("other_name", String.class),
                OwnerType.valueOf(row.get("type", String.class)),
                OwnerStatus.valueOf(row.get("status", String.class)),
                identity(row),
                row.get("email", String.class),
                row.get("phone", String.class),
                List.of(row.get("other_phones", String[].class)),
                row.get("address", String.class),
                iban == null ? null : new BankAccount(iban, row.get("bank", String.class)),
                row.get("nationality", String.class),
                row.get("language", String.class),
                row.get("note", String.class),
                row.get("merged_into", UUID.class));
    }

    private static @Nullable Identity identity(Row row) {
        var type = row.get("identity_type", String.class);
        return type == null
                ? null
                : new Identity(
                        Identity.Type.valueOf(type),
                        row.get("identity_number", String.class),
                        row.get("identity_country", String.class),
                        row.get("identity_expires", LocalDate.class));
    }
}
