package io.rems.approval;

import static io.rems.approval.TestFirm.newOwner;
import static io.rems.approval.TestFirm.part;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.access.Caller;
import io.rems.platform.access.Role;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@ApprovalServiceTest
class SimultaneousGrantsTest {

    private static final int ROUNDS = 40;
    private static final int OWNERS = 3;
    private static final String DELEGATIONS = "/api/v1/delegations";

    @Autowired
    TestFirms firms;

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

    private static Map<String, Object> grant(Caller delegate, LocalDate day) {
        UUID user = requireNonNull(delegate.userId());
        return Map.of(
                "delegateId", user,
                "from", day.toString(),
                "until", day.plusDays(10).toString());
    }
}
