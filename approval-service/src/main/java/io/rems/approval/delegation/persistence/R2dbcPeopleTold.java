package io.rems.approval.delegation.persistence;

import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.delegation.LearnPeople;
import io.rems.approval.delegation.PeopleTold;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.platform.database.FirmSql;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcPeopleTold implements PeopleTold {

    /** Who is linked to an entry that was merged since acts as the one under which the owner goes on. */
    private static final String TAKE_ASSIGNMENT = """
            INSERT INTO portal_user (firm_id, assignment_id, user_id, name, role, access_level, owner_id, status, version)
            VALUES (:firm, :id, :person, :name, :role, :level,
                    coalesce((SELECT into_owner_id FROM merged_owner WHERE firm_id = :firm AND owner_id = :owner), :owner),
                    :status, :version)
            ON CONFLICT (firm_id, assignment_id) DO UPDATE
               SET name = excluded.name, role = excluded.role, access_level = excluded.access_level,
                   owner_id = excluded.owner_id, status = excluded.status, version = excluded.version
             WHERE portal_user.version < excluded.version""";

    private static final String TAKE_OWNER = """
            INSERT INTO owner (firm_id, id, name, archived, version) VALUES (:firm, :id, :name, :archived, :version)
            ON CONFLICT (firm_id, id) DO UPDATE
               SET name = excluded.name, archived = excluded.archived, version = excluded.version
             WHERE owner.version < excluded.version""";

    private static final String TAKE_NAME = """
            INSERT INTO known_user (user_id, name, named_at) VALUES (:person, :name, :version)
            ON CONFLICT (user_id) DO UPDATE SET name = excluded.name, named_at = excluded.named_at
             WHERE known_user.named_at < excluded.named_at""";

    private static final String TAKE_DISABLED = """
            INSERT INTO known_user (user_id, disabled, disabled_at) VALUES (:person, :disabled, :version)
            ON CONFLICT (user_id) DO UPDATE SET disabled = excluded.disabled, disabled_at = excluded.disabled_at
             WHERE known_user.disabled_at < excluded.disabled_at""";

    private static final String FOLLOW = """
            UPDATE portal_user SET owner_id = :into WHERE firm_id = :firm AND owner_id = :owner""";

    private static final String HAS_LEFT = """
            SELECT NOT EXISTS (SELECT FROM portal_user
                                WHERE firm_id = :firm AND user_id = :person AND status <> 'ENDED') AS gone""";

    private final FirmSql database;

    R2dbcPeopleTold(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<Void> take(LearnPeople.Assignment assignment) {
        var owner = assignment.owner();
        return database.sql(TAKE_ASSIGNMENT)
                .bind("id", assignment.id())
                .bind("person", assignment.person().value())
                .bind("name", assignment.name())
                .bind("role", assignment.role().name())
                .bind("level", assignment.level().name())
                .bindNullable("owner", owner == null ? null : owner.value(), UUID.class)
                .bind("status", assignment.status())
                .bind("version", assignment.version())
                .update()
                .then();
    }

    @Override
    public Mono<Boolean> take(LearnPeople.Owner owner) {
        return database.sql(TAKE_OWNER)
                .bind("id", owner.id().value())
                .bind("name", owner.name())
                .bind("archived", owner.archived())
                .bind("version", owner.version())
                .update()
                .map(rows -> rows == 1);
    }

    @Override
    public Mono<Void> named(PersonId person, String name, long version) {
        return database.sql(TAKE_NAME)
                .bind("person", person.value())
                .bind("name", name)
                .bind("version", version)
                .update()
                .then();
    }

    @Override
    public Mono<Void> disabled(PersonId person, boolean disabled, long version) {
        return database.sql(TAKE_DISABLED)
                .bind("person", person.value())
                .bind("disabled", disabled)
                .bind("version", version)
                .update()
                .then();
    }

    @Override
    public Mono<Void> merged(OwnerId owner, OwnerId into) {
        return database.sql(FOLLOW)
                .bind("owner", owner.value())
                .bind("into", into.value())
                .update()
                .then();
    }

    @Override
    public Mono<Boolean> hasLeft(PersonId person) {
        return database.sql(HAS_LEFT)
                .bind("person", person.value())
                .one(row -> Boolean.TRUE.equals(row.get("gone", Boolean.class)));
    }
}
