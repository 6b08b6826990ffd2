package io.rems.firm.firm;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.firm.FirmApi;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestEvents;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@RemsTest
class FirmProfileTest {
    private static final String FIRM = "/api/v1/firms/{id}";

    @Autowired
    private RemsHttp http;

    @Autowired
    private TestEvents events;

    private FirmApi api;
    private FirmId firm;

    @BeforeEach
    void newFirm() {
        api = new FirmApi(http);
        firm = api.newFirm();
    }

    @Test
    void administratorDescribesHisFirm() {
        change(1, Map.of("phones", List.of("+965 2222 3333"), "weekendDays", List.of("SATURDAY", "FRIDAY", "THURSDAY")))
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"")
                .expectBody()
                .jsonPath("$.weekendDays")
                .isEqualTo(List.of("THURSDAY", "FRIDAY", "SATURDAY"))
                .jsonPath("$.currency")
                .isEqualTo("KWD");

        var told = events.await("rems.firm.FirmChanged.v1", firm.value());
        assertThat(told.firm()).isEqualTo(firm);
        assertThat(told.aggregateVersion()).isEqualTo(2);
        assertThat(told.data().path("phones").get(0).stringValue()).isEqualTo("+965 2222 3333");
        assertThat(told.data().path("weekendDays")).hasSize(3);
        change(1, Map.of()).expectStatus().isEqualTo(412);
    }

    @Test
    void whatIsLeftOutIsEmptyAndWhatEveryFirmHasStays() {
        change(1, Map.of("taxNumber", "T-1", "timeZone", "Asia/Dubai", "languages", List.of("ar")))
                .expectStatus()
                .isOk();

        change(2, Map.of())
                .expectBody()
                .jsonPath("$.taxNumber")
                .isEmpty()
                .jsonPath("$.timeZone")
                .isEqualTo("Asia/Dubai")
                .jsonPath("$.languages")
                .isEqualTo(List.of("ar"));
    }

    @Test
    void currencyIsForGood() {
        change(1, Map.of("currency", "KWD")).expectStatus().isOk();
        change(1, Map.of("currency", "USD"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("CURRENCY_FIXED");
    }

    @Test
    void everyBadFieldIsNamed() {
        var bad = Map.of(
                "phones",
                List.of("call me"),
                "employees",
                0,
                "webSite",
                "javascript:alert(1)",
                "timeZone",
                "+03:00",
                "languages",
                List.of("fr"),
                "weekendDays",
                List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"));

        change(1, bad)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(6)
                .jsonPath("$.errors[?(@.field == 'timeZone')]")
                .exists()
                .jsonPath("$.errors[?(@.field == 'webSite')]")
                .exists();
    }

    @Test
    void nameOfAnotherFirmIsTakenAndOneGivenUpIsFree() {
        var other = api.newFirm();

        change(1, Map.of("name", "FIRM  " + other)).expectStatus().isEqualTo(409);
        change(1, Map.of("name", "Renamed " + firm)).expectStatus().isOk();
        api.operator()
                .put("/api/v1/platform/firms/{id}", 1, description(other, Map.of("name", "Firm " + firm)), other)
                .expectStatus()
                .isOk();
        api.operator()
                .get("/api/v1/platform/firms?q={q}", "renamed " + firm)
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1);
    }

    @Test
    void ofTwoFirmsThatTakeOneNameAtOnceOneGetsIt() throws Exception {
        var other = api.newFirm();
        var name = Map.<String, Object>of("name", "Wanted " + firm);
        Callable<Integer> one = () -> status(change(1, name));
        Callable<Integer> two = () -> status(api.adminOf(other).put(FIRM, 1, description(other, name), other));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(List.of(one, two)))
                    .extracting(answer -> answer.get())
                    .containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void onlyTheFirmsOwnAdministratorAndTheOperatorDescribeIt() {
        var body = description(firm, Map.of());

        http.as(TestCallers.accountant(firm))
                .put(FIRM, 1, body, firm)
                .expectStatus()
                .isForbidden();
        http.as(TestCallers.as(firm, Role.ADMIN, AccessLevel.STANDARD))
                .put(FIRM, 1, body, firm)
                .expectStatus()
                .isForbidden();
        api.adminOf(api.newFirm()).put(FIRM, 1, body, firm).expectStatus().isNotFound();
        api.adminOf(firm)
                .put(FIRM, 1, description(firm, Map.of("id", api.newFirm().value())), firm)
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void platformAdministratorFindsFirms() {
        api.operator()
                .put(
                        "/api/v1/platform/firms/{id}",
                        1,
                        description(firm, Map.of("industry", "CONSULTING", "taxNumber", "TX-" + firm)),
                        firm)
                .expectStatus()
                .isOk();

        found("q={q}", "tx-" + firm, 1);
        found("q={q}&industry=CONSULTING", firm.toString(), 1);
        found("q={q}&industry=INVESTMENT", firm.toString(), 0);
        found("q={q}&status=ACTIVE&sort=-createdAt", firm.toString(), 1);
        found("q={q}&status=CLOSED", firm.toString(), 0);
        found("email={email}", "OFFICE@" + firm + ".example", 1);
        found("q={q}&createdFrom=2020-01-01T00:00:00Z", firm.toString(), 1);
        found("q={q}&createdTo=2020-01-01T00:00:00Z", firm.toString(), 0);
        api.operator()
                .get("/api/v1/platform/firms?status=SLEEPING")
                .expectStatus()
                .isBadRequest();
    }

    private void found(String query, String value, int firms) {
        api.operator()
                .get("/api/v1/platform/firms?" + query, value)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(firms);
    }

    private ResponseSpec change(long version, Map<String, Object> fields) {
        return api.adminOf(firm).put(FIRM, version, description(firm, fields), firm);
    }

    private static Map<String, Object> description(FirmId firm, Map<String, Object> fields) {
        var all = new HashMap<String, Object>(Map.of("name", "Firm " + firm, "email", "office@" + firm + ".example"));
        all.putAll(fields);
        return all;
    }

    private static int status(ResponseSpec answer) {
        return answer.returnResult(Void.class).getStatus().value();
    }
}
