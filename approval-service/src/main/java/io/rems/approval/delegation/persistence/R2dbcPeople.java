package io.rems.approval.delegation.persistence;

import static java.util.stream.Collectors.toMap;

import io.r2dbc.spi.Row;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.delegation.People;
import io.rems.approval.delegation.domain.Links;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Role;
import io.rems.platform.database.FirmSql;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Somebody who left and came again is what he is now. */
@Repository
class R2dbcPeople implements People {

    private static final String MEMBER = """
            SELECT role, access_level, status = 'ACTIVE' AS active FROM firm_user
             WHERE firm_id = :firm AND user_id = :person AND status <> 'ENDED'
             ORDER BY status = 'ACTIVE' DESC, version DESC""";

    /** An end is told too, for whoever left keeps what he submitted. */
    private static final String LINKS = """
            SELECT DISTINCT ON (user_id) user_id, owner_id, status = 'ACTIVE' AS active, disabled
              FROM firm_user
             WHERE firm_id = :firm AND %s
             ORDER BY user_id, status = 'ACTIVE' DESC, status = 'ENDED', version DESC""";

    /** Whoever holds something is known even before he himself has been heard of. */
    private static final String IS_OWNER = """
            SELECT NOT EXISTS (SELECT FROM owner WHERE firm_id = :firm AND id = :owner AND archived)
               AND NOT EXISTS (SELECT FROM merged_owner WHERE firm_id = :firm AND owner_id = :owner)
               AND (EXISTS (SELECT FROM owner WHERE firm_id = :firm AND id = :owner)
                    OR EXISTS (SELECT FROM ownership_period WHERE firm_id = :firm AND owner_id = :owner)) AS known""";

    private final FirmSql database;

    R2dbcPeople(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<Member> find(PersonId person) {
        return database.sql(MEMBER)
                .bind("person", person.value())
                .one(row -> new Member(
                        Role.valueOf(row.get("role", String.class)),
                        AccessLevel.valueOf(row.get("access_level", String.class)),
                        row.get("active", Boolean.class)));
    }

    @Override
    public Mono<Links> links(Collection<PersonId> persons) {
        return database.sql(LINKS.formatted("user_id = ANY (:persons)"))
                .bind("persons", persons.stream().map(PersonId::value).toArray(UUID[]::new))
                .list(R2dbcPeople::link)
                .map(R2dbcPeople::links);
    }

    @Override
    public Mono<Links> links() {
        var concerned = "user_id IN (SELECT delegate_id FROM delegation WHERE firm_id = :firm AND ended_at IS NULL)";
        return database.sql(LINKS.formatted("(owner_id IS NOT NULL OR " + concerned + ")"))
                .list(R2dbcPeople::link)
                .map(R2dbcPeople::links);
    }

    @Override
    public Mono<Boolean> isOwner(OwnerId owner) {
        return database.sql(IS_OWNER)
                .bind("owner", owner.value())
                .one(row -> Boolean.TRUE.equals(row.get("known", Boolean.class)));
    }

    private static Map.Entry<PersonId, Links.Link> link(Row row) {
        var owner = row.get("owner_id", UUID.class);
        return Map.entry(
                new PersonId(row.get("user_id", UUID.class)),
                new Links.Link(
                        Optional.ofNullable(owner).map(OwnerId::new),
                        row.get("active", Boolean.class),
                        row.get("disabled", Boolean.class)));
    }

    private static Links links(List<Map.Entry<PersonId, Links.Link>> rows) {
        return new Links(rows.stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
