package io.rems.approval.escalation.persistence;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.r2dbc.spi.Row;
import io.rems.approval.decision.Electorate;
import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.decision.domain.Reach;
import io.rems.approval.decision.domain.Seat;
import io.rems.approval.ownership.domain.Holder;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.platform.access.Role;
import io.rems.platform.database.FirmSql;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** By the users of the firm whom delegations know too. A firm of which no administrator was told has one all the same. */
@Repository
class R2dbcElectorate implements Electorate {

    private static final String LOGINS = """
            SELECT u.user_id, u.owner_id, u.role FROM firm_user u
             WHERE u.firm_id = :firm AND u.status = 'ACTIVE' AND u.owner_id = ANY (:owners)
             UNION ALL
            SELECT u.user_id, u.owner_id, u.role FROM firm_user u
             WHERE u.firm_id = :firm AND u.status = 'ACTIVE' AND u.role = :administrator""";

    private final FirmSql database;

    R2dbcElectorate(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<Map<ExpenseId, Reach>> ofAll(List<ApprovalRequest> requests) {
        var concerned = requests.stream().filter(R2dbcElectorate::keepsSomebody).toList();
        return concerned.isEmpty()
                ? Mono.just(reaches(requests, List.of()))
                : database.sql(LOGINS)
                        .bind(
                                "owners",
                                concerned.stream()
                                        .flatMap(R2dbcElectorate::owners)
                                        .map(OwnerId::value)
                                        .distinct()
                                        .toArray(UUID[]::new))
                        .bind("administrator", Role.ADMIN.name())
                        .list(R2dbcElectorate::login)
                        .map(logins -> reaches(requests, logins));
    }

    private static boolean keepsSomebody(ApprovalRequest request) {
        var matter = request.matter();
        return !matter.selfApproval() && !matter.round().submitters().isEmpty();
    }

    private static Map<ExpenseId, Reach> reaches(List<ApprovalRequest> requests, List<Login> logins) {
        return requests.stream()
                .collect(toMap(
                        request -> request.matter().expense(),
                        request -> keepsSomebody(request) ? reach(request, logins) : Reach.ALL));
    }

    private static Reach reach(ApprovalRequest request, List<Login> logins) {
        var submitters = request.matter().round().submitters();
        return new Reach(
                owners(request)
                        .filter(owner ->
                                areAmong(submitters, logins.stream().filter(login -> owner.equals(login.owner))))
                        .collect(toSet()),
                !areAmong(submitters, logins.stream().filter(Login::administrator)));
    }

    private static boolean areAmong(Set<PersonId> submitters, Stream<Login> some) {
        var logins = some.toList();
        return !logins.isEmpty() && logins.stream().allMatch(login -> submitters.contains(login.person));
    }

    private static Stream<OwnerId> owners(ApprovalRequest request) {
        return request.ballot().voting().stream().map(Seat::holder).flatMap(R2dbcElectorate::owner);
    }

    private static Stream<OwnerId> owner(Holder holder) {
        return switch (holder) {
            case Holder.Owner(var id) -> Stream.of(id);
            case Holder.FirmDefault _ -> Stream.empty();
        };
    }

    private static Login login(Row row) {
        var owner = row.get("owner_id", UUID.class);
        return new Login(
                new PersonId(row.get("user_id", UUID.class)),
                owner == null ? null : new OwnerId(owner),
                Role.ADMIN.name().equals(row.get("role", String.class)));
    }

    private record Login(PersonId person, @Nullable OwnerId owner, boolean administrator) {}
}
