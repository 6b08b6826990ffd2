package io.rems.approval;

import static io.rems.approval.TestFirm.newOwner;
import static io.rems.approval.TestFirm.part;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@ApprovalServiceTest
class SimultaneousDecisionsTest {

    @Autowired
    TestFirms firms;

    @RepeatedTest(20)
    void ofTwoWhoDecideAtTheSameInstantOneWins() throws Exception {
        var firm = firms.open();
        var expense = firm.submit(firm.property(), "4500.000");
        var one = firm.admin();
        var other = firm.admin();

        var answers = atOnce(List.of(() -> firm.approve(one, expense), () -> firm.reject(other, expense)));

        var won = answers.stream()
                .filter(answer -> answer.getStatus().is2xxSuccessful())
                .toList();
        var lost = answers.stream()
                .filter(answer -> answer.getStatus().value() == 409)
                .toList();
        assertThat(won).hasSize(1);
        assertThat(lost).hasSize(1);
        var outcome = won.getFirst() == answers.getFirst() ? "APPROVED" : "REJECTED";
        assertThat(body(lost.getFirst())).contains("ALREADY_DECIDED", "\"outcome\":\"" + outcome + "\"");
        firm.hasState(expense, outcome);
    }

    @Test
    void votesThatDoNotDecideYetDoNotDisturbEachOther() throws Exception {
        var firm = firms.open();
        firm.set("approval.rule", "UNANIMOUS");
        var owners = IntStream.range(0, 8).mapToObj(_ -> newOwner()).toList();
        var parts = owners.stream().map(owner -> part(owner, "1/8")).toArray(TestFirm.Part[]::new);
        var expense = firm.submit(firm.property(parts), "4500.000");

        var answers = atOnce(owners.stream()
                .<Callable<ResponseSpec>>map(owner -> {
                    var caller = firm.owner(owner);
                    return () -> firm.approve(caller, expense);
                })
                .toList());

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.getStatus().value()).isEqualTo(200));
        firm.hasState(expense, "APPROVED");
    }

    @Test
    void expensesSubmittedAtTheSameInstantCountEachOther() throws Exception {
        var firm = firms.open();
        var property = firm.property();
        var drafts = IntStream.range(0, 4)
                .mapToObj(_ -> firm.add("/api/v1/expenses", firm.expense(property, "600.000")))
                .toList();

        atOnce(drafts.stream()
                .<Callable<ResponseSpec>>map(
                        draft -> () -> firm.accountant().command("/api/v1/expenses/{id}/submission", draft))
                .toList());

        firm.accountant()
                .get("/api/v1/expenses?state=APPROVED&count=true")
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1);
    }

    static List<EntityExchangeResult<byte[]>> atOnce(List<Callable<ResponseSpec>> calls) throws Exception {
        var start = new CyclicBarrier(calls.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(calls.stream()
                    .<Callable<EntityExchangeResult<byte[]>>>map(call -> () -> {
                        start.await(10, TimeUnit.SECONDS);
                        return call.call().expectBody().returnResult();
                    })
                    .toList());
            return answers.stream().map(Future::resultNow).toList();
        }
    }

    private static String body(EntityExchangeResult<byte[]> answer) {
        return new String(requireNonNull(answer.getResponseBody()), StandardCharsets.UTF_8);
    }
}
