package io.rems.ownership.owner;

import io.r2dbc.spi.Row;
import io.rems.ownership.owner.OwnerInUse.Held;
import io.rems.platform.Duplicate;
import io.rems.platform.Share;
import io.rems.platform.Versioned;
import io.rems.platform.database.Constraints;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcOwners {

    private static final String OF_FIRM = "SELECT " + OwnerRow.COLUMNS + "\n  FROM owner WHERE firm_id = :firm";

    private final FirmSql sql;

    R2dbcOwners(FirmSql sql) {
        this.sql = sql;
    }

    Mono<Void> add(Owner owner, boolean allowDuplicate) {
        return OwnerRow.bound(sql.sql("""
                INSERT INTO owner (
                    firm_id, id, name, name_key, other_name, type, identity_type, identity_number, identity_country,
                    identity_expires, identity_key, email, phone, other_phones, address, iban, bank, nationality, language,
                    note)
                VALUES (
                    :firm, :id, :name, :name_key, :other_name, :type, :identity_type, :identity_number, :identity_country,
                    :identity_expires, :identity_key, :email, :phone, :other_phones, :address, :iban, :bank, :nationality,
                    :language, :note)"""), owner, allowDuplicate)
                .update()
                .onErrorMap(DuplicateKeyException.class, R2dbcOwners::duplicate)
                .then();
    }

    /** Writes an owner that {@link #locked} holds. */
    Mono<Void> change(Owner owner, boolean allowDuplicate) {
        return OwnerRow.bound(sql.sql("""
                UPDATE owner
                   SET name = :name, name_key = :name_key, other_name = :other_name, type = :type,
                       identity_type = :identity_type, identity_number = :identity_number,
                       identity_country = :identity_country, identity_expires = :identity_expires,
                       identity_key = :identity_key, email = :email, phone = :phone, other_phones = :other_phones,
                       address = :address, iban = :iban, bank = :bank, nationality = :nationality, language = :language,
                       note = :note, version = version + 1
                 WHERE firm_id = :firm AND id = :id"""), owner, allowDuplicate)
                .update()
                .onErrorMap(DuplicateKeyException.class, R2dbcOwners::duplicate)
                .then();
    }

    /** Nobody else may have his document from now on, unless somebody has it already. */
    Mono<Void> takeDocument(Owner owner) {
        var identity = owner.identity();
        return identity == null
                ? Mono.empty()
                : sql.sql("""
                        UPDATE owner SET identity_key = :key
                         WHERE firm_id = :firm AND id = :id AND identity_key IS NULL
                           AND NOT EXISTS (SELECT FROM owner other
                                            WHERE other.firm_id = :firm AND other.identity_key = :key)""")
                        .bind("key", identity.key())
                        .bind("id", owner.id())
                        .update()
                        .onErrorMap(DuplicateKeyException.class, R2dbcOwners::duplicate)
                        .then();
    }

    Mono<Void> setStatus(UUID id, OwnerStatus status) {
        return sql.sql("UPDATE owner SET status = :status, version = version + 1 WHERE firm_id = :firm AND id = :id")
                .bind("status", status.name())
                .bind("id", id)
                .update()
                .then();
    }

    /** The owner; until the transaction ends, he is given no share and changes by nobody else. */
    Mono<Versioned<Owner>> locked(UUID id) {
        return found(id, " FOR UPDATE");
    }

    Mono<Versioned<Owner>> get(UUID id) {
        return found(id, "");
    }

    /** Whom a document that another owner must not have belongs to. */
    Mono<UUID> withDocument(Identity identity, UUID except) {
        return sql.sql("SELECT id FROM owner WHERE firm_id = :firm AND identity_key = :key AND id <> :except")
                .bind("key", identity.key())
                .bind("except", except)
                .one(row -> row.get("id", UUID.class));
    }

    Mono<List<UUID>> withEmail(String email, UUID except) {
        return sql.sql("""
                SELECT id FROM owner
                 WHERE firm_id = :firm AND email IS NOT NULL AND lower(email) = :email AND id <> :except
                   AND merged_into IS NULL
                 ORDER BY id LIMIT 20""")
                .bind("email", email.toLowerCase(Locale.ROOT))
                .bind("except", except)
                .list(row -> row.get("id", UUID.class));
    }

    /** The shares that he holds on the day or later. */
    Mono<List<Held>> shares(UUID id, LocalDate day) {
        return sql.sql("""
                SELECT period.property_id, property.code, period.share_numerator || '/' || period.share_denominator AS share,
                       period.valid_from, period.valid_to
                  FROM ownership_period period
                  JOIN property ON property.firm_id = period.firm_id AND property.id = period.property_id
                 WHERE period.firm_id = :firm AND period.owner_id = :id AND period.superseded_at IS NULL
                   AND (period.valid_to IS NULL OR period.valid_to > :day)
                 ORDER BY property.code, period.valid_from""").bind("id", id).bind("day", day).list(R2dbcOwners::held);
    }

    Mono<Page<Owner>> page(ListQuery query, OwnerSearch search) {
        var all = Listing.of(sql, OF_FIRM)
                .sortable("name", "name", String.class)
                .sortable("type", "type", String.class)
                .sortable("status", "status", String.class)
                .sortableNullable("email", "email", String.class)
                .sortableNullable("nationality", "nationality", String.class)
                .orderedBy("name")
                .searchable("name", "other_name", "email", "phone");
        return search.narrow(all).page(query, OwnerRow::owner);
    }

    private Mono<Versioned<Owner>> found(UUID id, String lock) {
        return sql.sql(OF_FIRM + " AND id = :id" + lock)
                .bind("id", id)
                .one(OwnerRow::versioned)
                .switchIfEmpty(Mono.error(() -> new NotFound("owner", id)));
    }

    private static RequestRefused duplicate(DuplicateKeyException error) {
        var field = Constraints.violated(error, "owner_identity_unique") ? "identity" : "id";
        return new RequestRefused(new Duplicate("owner", field));
    }

    private static Held held(Row row) {
        return new Held(
                row.get("property_id", UUID.class),
                row.get("code", String.class),
                Share.parse(row.get("share", String.class)),
                row.get("valid_from", LocalDate.class),
                row.get("valid_to", LocalDate.class));
    }
}
