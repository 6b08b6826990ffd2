package io.rems.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What a firm sets counts in other services within a second, without their asking. */
@EndToEnd
class SettingTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration HEARD = Duration.ofSeconds(30);

    @Test
    void aSettingCountsInAnotherServiceWithinASecond(Suite suite) {
        var firm = SampleFirm.withOneOfEverything(suite, "Settled " + UUID.randomUUID());
        var last = new AtomicReference<UUID>();

        firm.administrator()
                .call("PUT", "/api/v1/settings/approval.autoApproveLimit")
                .with(Map.of("value", "7.500"))
                .send()
                .expect(200);
        await().pollInterval(Duration.ofMillis(50))
                .during(AT_ONCE)
                .atMost(HEARD)
                .until(() -> {
                    last.set(submitted(firm));
                    return true;
                });

        await().atMost(HEARD)
                .untilAsserted(() -> assertThat(firm.administrator()
                                .get("/api/v1/expenses/" + last.get() + "/routing")
                                .json()
                                .at("/limit/amount")
                                .asString())
                        .isEqualTo("7.500"));
    }

    private static UUID submitted(SampleFirm firm) {
        return firm.administrator()
                .create(
                        "/api/v1/expenses",
                        Map.of(
                                "propertyId",
                                firm.id("properties"),
                                "categoryId",
                                firm.id("expense-categories"),
                                "amount",
                                Map.of("amount", "9.000", "currency", "KWD"),
                                "date",
                                "2026-11-01",
                                "description",
                                "A lamp",
                                "submit",
                                true));
    }
}
