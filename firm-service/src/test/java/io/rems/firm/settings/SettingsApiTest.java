package io.rems.firm.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.firm.FirmApi;
import io.rems.platform.access.FirmId;
import io.rems.platform.events.ReceivedEvent;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsHttp.AsCaller;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@RemsTest
class SettingsApiTest {
    private static final String ESCALATE_AFTER = "$.items[?(@.key == 'approval.escalateAfter')].";

    @Autowired
    private RemsHttp http;

    @Autowired
    private TestEvents events;

    private FirmId firm;
    private AsCaller admin;

    @BeforeEach
    void administratorOfAFirm() {
        var api = new FirmApi(http);
        firm = api.newFirm();
        admin = api.adminOf(firm);
    }

    @Test
    void firmStartsWithTheDefaults() {
        admin.get("/api/v1/settings")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(Settings.CATALOGUE.size())
                .jsonPath(ESCALATE_AFTER + "value")
                .isEqualTo("PT72H")
                .jsonPath(ESCALATE_AFTER + "overridden")
                .isEqualTo(false);
    }

    @Test
    void changeIsKeptToldAndTakenBack() {
        set("approval.escalateAfter", "PT5S")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.value")
                .isEqualTo("PT5S")
                .jsonPath("$.default")
                .isEqualTo("PT72H");

        var changed = awaitChange("PT5S");
        assertThat(changed.firm()).isEqualTo(firm);
        assertThat(changed.data().path("previous").isNull()).isTrue();
        admin.get("/api/v1/settings")
                .expectBody()
                .jsonPath(ESCALATE_AFTER + "value")
                .isEqualTo("PT5S");

        admin.client()
                .delete()
                .uri("/api/v1/settings/approval.escalateAfter")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.overridden")
                .isEqualTo(false);

        var reset = awaitChange("");
        assertThat(reset.data().path("previous").stringValue()).isEqualTo("PT5S");
        assertThat(reset.aggregateVersion()).isGreaterThan(changed.aggregateVersion());
    }

    @Test
    void historyTellsWhoSetWhat() {
        set("billing.invoiceDueDays", "14").expectStatus().isOk();
        set("billing.invoiceDueDays", "14").expectStatus().isOk();
        admin.client().delete().uri("/api/v1/settings/billing.invoiceDueDays").exchange();
        set("billing.lateFeePercent", "2").expectStatus().isOk();

        admin.get("/api/v1/settings/billing.invoiceDueDays/history")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[0].value")
                .doesNotExist()
                .jsonPath("$.items[0].previous")
                .isEqualTo("14")
                .jsonPath("$.items[1].value")
                .isEqualTo("14")
                .jsonPath("$.items[1].changedBy")
                .isNotEmpty();
        new FirmApi(http)
                .adminOf(new FirmApi(http).newFirm())
                .get("/api/v1/settings/billing.invoiceDueDays/history")
                .expectBody()
                .jsonPath("$.items")
                .isEmpty();
    }

    @Test
    void twoWhoSetAtTheSameInstantBothStandInTheHistory() {
        Flux.just("10", "20", "30", "40")
                .flatMap(value -> Mono.fromRunnable(() -> set("billing.invoiceDueDays", value)
                                .expectStatus()
                                .isOk())
                        .subscribeOn(Schedulers.boundedElastic()))
                .blockLast(Duration.ofSeconds(20));

        var changes = new ArrayList<Map<String, Object>>();
        admin.get("/api/v1/settings/billing.invoiceDueDays/history")
                .expectBody()
                .jsonPath("$.items")
                .value((List<Map<String, Object>> items) -> changes.addAll(items));
        assertThat(changes).hasSize(4);
        assertThat(changes.getLast().get("previous")).isNull();
        for (int n = 0; n < 3; n++) {
            assertThat(changes.get(n).get("previous"))
                    .isEqualTo(changes.get(n + 1).get("value"));
        }
    }

    @Test
    void catalogueSaysWhatCanBeSet() {
        admin.get("/api/v1/settings/catalogue")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(Settings.CATALOGUE.size())
                .jsonPath("$.items[?(@.key == 'billing.invoiceDueDays')].unit")
                .isEqualTo("days")
                .jsonPath("$.items[?(@.key == 'billing.invoiceDueDays')].maximum")
                .isEqualTo("365")
                .jsonPath("$.items[?(@.key == 'approval.rule')].options[0]")
                .isEqualTo("SHARE_MAJORITY");
    }

    @Test
    void anotherFirmKeepsItsOwn() {
        set("billing.invoiceDueDays", "14").expectStatus().isOk();

        new FirmApi(http)
                .adminOf(new FirmApi(http).newFirm())
                .get("/api/v1/settings")
                .expectBody()
                .jsonPath("$.items[?(@.key == 'billing.invoiceDueDays')].value")
                .isEqualTo("30");
    }

    @Test
    void valueThatDoesNotFitIsExplained() {
        set("approval.escalateAfter", "soon")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("value")
                .jsonPath("$.errors[0].message")
                .value((String message) -> assertThat(message).contains("ISO 8601"));
    }

    @Test
    void unknownKeyIsNotFound() {
        set("approval.mood", "good").expectStatus().isNotFound();
    }

    @Test
    void accountantReadsButDoesNotSet() {
        var accountant = http.as(TestCallers.accountant(firm));

        accountant.get("/api/v1/settings").expectStatus().isOk();
        accountant
                .send(HttpMethod.PUT, "/api/v1/settings/billing.invoiceDueDays", Map.of("value", "14"), Map.of())
                .expectStatus()
                .isForbidden();
    }

    private ResponseSpec set(String key, String value) {
        return admin.send(HttpMethod.PUT, "/api/v1/settings/{key}", Map.of("value", value), Map.of(), key);
    }

    private ReceivedEvent awaitChange(String value) {
        return events.await(
                event -> event.type().equals("rems.firm.SettingChanged.v1")
                        && event.subject().equals(firm.value())
                        && event.data().path("value").stringValue("").equals(value),
                "a setting changed to " + value);
    }
}
