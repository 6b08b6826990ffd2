package io.rems.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Expenses that were cut in parts, submitted at the same instant: together they never pass the limit unseen. */
@ApprovalServiceTest
class SplitRacesTest {

    private static final int AT_ONCE = 16;

    @Autowired
    TestFirms firms;

    TestFirm firm;

    @BeforeEach
    void openFirm() {
        firm = firms.open();
    }

    @RepeatedTest(5)
    void partsJustUnderTheLimitPassOnlyAsFarAsTheyFit() throws Exception {
        var property = firm.property();

        atOnce(IntStream.range(0, AT_ONCE)
                .<Callable<UUID>>mapToObj(_ -> () -> firm.submit(property, "300.000"))
                .toList());

        assertThat(approved("propertyId=" + property)).hasSize(3);
        assertThat(total("propertyId=" + property + "&state=PENDING")).isEqualTo(AT_ONCE - 3);
    }

    @RepeatedTest(3)
    void whateverTheirAmountsDaysAndWaysTheirSumStaysWithinTheLimit(RepetitionInfo repetition) throws Exception {
        var random = new Random(repetition.getCurrentRepetition());
        var property = firm.property();
        var submissions = new ArrayList<Callable<UUID>>();
        for (int i = 0; i < AT_ONCE; i++) {
            var amount = (50 + random.nextInt(400)) + ".000";
            Map<String, Object> day = Map.of("date", "2026-11-2" + (1 + random.nextInt(5)));
            if (i % 2 == 0) {
                submissions.add(() -> firm.submit(property, amount, day));
            } else {
                var draft = firm.expense(property, amount);
                draft.putAll(day);
                var id = firm.add("/api/v1/expenses", draft);
                submissions.add(() -> submitted(id));
            }
        }
        Collections.shuffle(submissions, random);

        atOnce(submissions);

        assertThat(approved("propertyId=" + property).stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isPositive()
                .isLessThanOrEqualTo(1_000_000);
    }

    @Test
    void otherPropertiesAndOtherVendorsCountForThemselves() throws Exception {
        var properties = IntStream.range(0, 4).mapToObj(_ -> firm.property()).toList();
        var other = firm.add("/api/v1/vendors", Map.of("name", "Another"));
        var submissions = new ArrayList<Callable<UUID>>();
        for (var property : properties) {
            for (int i = 0; i < 3; i++) {
                submissions.add(() -> firm.submit(property, "900.000"));
                submissions.add(() -> firm.submit(property, "900.000", Map.of("vendorId", other)));
            }
        }

        atOnce(submissions);

        for (var property : properties) {
            assertThat(approved("propertyId=" + property + "&vendorId=" + firm.vendor()))
                    .hasSize(1);
            assertThat(approved("propertyId=" + property + "&vendorId=" + other))
                    .hasSize(1);
        }
    }

    private UUID submitted(UUID draft) {
        firm.accountant()
                .command("/api/v1/expenses/{id}/submission", draft)
                .expectStatus()
                .isOk();
        return draft;
    }

    /** Their amounts, in thousandths. */
    private List<Long> approved(String filter) {
        var found = Answers.json(firm.accountant().get("/api/v1/expenses?limit=200&state=APPROVED&" + filter));
        return found.path("items")
                .valueStream()
                .map(item -> Long.parseLong(item.at("/amount/amount").asString().replace(".", "")))
                .toList();
    }

    private int total(String filter) {
        return Answers.json(firm.accountant().get("/api/v1/expenses?count=true&" + filter))
                .path("total")
                .asInt();
    }

    private static void atOnce(List<Callable<UUID>> calls) throws Exception {
        var start = new CyclicBarrier(calls.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(calls.stream()
                    .<Callable<UUID>>map(call -> () -> {
                        start.await(10, TimeUnit.SECONDS);
                        return call.call();
                    })
                    .toList());
            assertThat(answers).extracting(Future::resultNow).hasSize(calls.size());
        }
    }
}
