package io.rems.approval;

import static io.rems.approval.Answers.json;
import static io.rems.approval.TestFirm.newOwner;
import static io.rems.approval.TestFirm.part;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.access.Caller;
import io.rems.platform.access.Role;
import io.rems.platform.test.TestDatabase;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@ApprovalServiceTest
class SimultaneousDelegationsTest {

    private static final int ROUNDS = 40;
    private static final int OWNERS = 3;
    private static final int OF_ONE_PROPERTY = 300;
    private static final String DELEGATIONS = "/api/v1/delegations";

    private static final String VOTES =
            "SELECT count(*) FROM approval_seat s WHERE s.verdict IS NOT NULL AND s.delegations IS NOT NULL";

    /** Kept with the expense and for the audit log: a revocation each, and the votes that were in time. */
    private static final String TOLD = """
            SELECT (SELECT count(*) FROM delegation WHERE ended_because = 'REVOKED')
                 + (SELECT count(*) FROM expense_history h
                      JOIN approval_seat s ON s.firm_id = h.firm_id AND s.expense_id = h.expense_id
                     WHERE h.event = 'ApprovalVoteCast'
                       AND CAST(h.data -> 'delegationIds' ->> 0 AS uuid) = s.delegations[1])""";

    @Autowired
    TestFirms firms;

    @Autowired
    TestDatabase database;

    /** Each grants to the next, the last to the first: any two of them are no cycle, all of them are. */
    @Test
    void ofGrantsThatWouldCloseACycleTogetherTheLastIsRefused() throws Exception {
        var firm = firms.open();
        var owners = IntStream.range(0, OWNERS).mapToObj(_ -> newOwner()).toList();
        firm.property(owners.stream().map(owner -> part(owner, "1/3")).toArray(TestFirm.Part[]::new));
        var logins = owners.stream().map(owner -> firm.login(Role.OWNER, owner)).toList();

        for (var round = 0; round < ROUNDS; round++) {
            var day = LocalDate.now(ZoneId.of("Asia/Kuwait")).plusDays(10L * round);
            var answers = SimultaneousDecisionsTest.atOnce(IntStream.range(0, OWNERS)
                    .<Callable<ResponseSpec>>mapToObj(i -> {
                        var by = firm.as(logins.get(i));
                        var body = grant(logins.get((i + 1) % OWNERS), day);
                        return () -> by.post(DELEGATIONS, body);
                    })
                    .toList());

            assertThat(answers.stream().map(answer -> answer.getStatus().value()))
                    .as("round %s", round)
                    .containsExactlyInAnyOrder(201, 201, 409);
        }
    }

    /** Who wins is chance; that both are told the same, and the records too, is not. */
    @Test
    void aVoteAndTheRevocationOfItsDelegationComeOneAfterTheOther() throws Exception {
        var firm = firms.open();
        var fatima = newOwner();
        var tower = firm.property(part(fatima, "1/1"));
        var hers = firm.as(firm.login(Role.OWNER, fatima));
        var sara = firm.login(Role.MANAGER, null);
        var saras = firm.as(sara);
        var accepted = 0;

        for (var round = 0; round < Races.COUNT; round++) {
            tower = round % OF_ONE_PROPERTY == 0 ? firm.property(part(fatima, "1/1")) : tower;
            var delegation = json(hers.post(DELEGATIONS, grant(sara, LocalDate.now(ZoneId.of("Asia/Kuwait")))))
                    .at("/id")
                    .asString();
            var expense = firm.submit(tower, "4500.000");

            var answers = SimultaneousDecisionsTest.atOnce(List.of(
                    () -> firm.approve(saras, expense),
                    () -> hers.post(DELEGATIONS + "/{id}/revocation", Map.of("reason", "Back home"), delegation)));

            var vote = answers.getFirst().getStatus().value();
            assertThat(answers.getLast().getStatus().value())
                    .as("revocation in round %s", round)
                    .isEqualTo(200);
            assertThat(vote).as("vote in round %s", round).isIn(200, 409);
            firm.hasState(expense, vote == 200 ? "APPROVED" : "PENDING");
            accepted += vote == 200 ? 1 : 0;
        }

        assertThat(count(firm, VOTES)).isEqualTo(accepted);
        assertThat(count(
                        firm,
                        VOTES + " AND EXISTS (SELECT FROM delegation d WHERE d.id = s.delegations[1]"
                                + " AND s.voted_at > d.ended_at)"))
                .isZero();
        assertThat(count(firm, TOLD)).isEqualTo(Races.COUNT + accepted);
    }

    private int count(TestFirm firm, String query) throws Exception {
        try (var connection = database.asApp(firm.id());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Map<String, Object> grant(Caller delegate, LocalDate day) {
        UUID user = requireNonNull(delegate.userId());
        return Map.of(
                "delegateId", user,
                "from", day.toString(),
                "until", day.plusDays(10).toString());
    }
}
