package io.rems.approval.escalation.persistence;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Row;
import io.rems.approval.decision.Electorate;
import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.decision.domain.Reach;
import io.rems.approval.decision.domain.Seat;
import io.rems.approval.ownership.domain.Holder;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.platform.access.Role;
import io.rems.platform.database.FirmSql;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** By the users of the firm whom delegations know too. A firm of which no administrator was told has one all the same. */
@Repository
class R2dbcElectorate implements Electorate {

    private static final String REACH = """
            SELECT ARRAY(SELECT u.owner_id FROM firm_user u
                          WHERE u.firm_id = :firm AND u.owner_id = ANY (:owners) AND u.status = 'ACTIVE'
                          GROUP BY u.owner_id
                         HAVING bool_and(u.user_id = ANY (:submitters))) AS silenced,
                   NOT coalesce((SELECT bool_and(u.user_id = ANY (:submitters)) FROM firm_user u
                                  WHERE u.firm_id = :firm AND u.role = :administrator AND u.status = 'ACTIVE'),
                                false) AS administrators""";

    private final FirmSql database;

    R2dbcElectorate(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<Reach> of(ApprovalRequest request) {
        var matter = request.matter();
        var submitters = matter.round().submitters();
        return matter.selfApproval() || submitters.isEmpty()
                ? Mono.just(Reach.ALL)
                : database.sql(REACH)
                        .bind("owners", owners(request))
                        .bind(
                                "submitters",
                                submitters.stream().map(PersonId::value).toArray(UUID[]::new))
                        .bind("administrator", Role.ADMIN.name())
                        .one(R2dbcElectorate::reach);
    }

    private static UUID[] owners(ApprovalRequest request) {
        return request.ballot().voting().stream()
                .map(Seat::holder)
                .flatMap(R2dbcElectorate::owner)
                .toArray(UUID[]::new);
    }

    private static Stream<UUID> owner(Holder holder) {
        return switch (holder) {
            case Holder.Owner(var id) -> Stream.of(id.value());
            case Holder.FirmDefault _ -> Stream.empty();
        };
    }

    private static Reach reach(Row row) {
        var silenced = requireNonNull(row.get("silenced", UUID[].class));
        return new Reach(
                Arrays.stream(silenced).map(OwnerId::new).collect(Collectors.toSet()),
                row.get("administrators", Boolean.class));
    }
}
