package io.rems.ownership.firm;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.rems.ownership.Estate;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestEvents;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@RemsTest
class TimeZoneTest {

    private static final String EARLIEST = "Pacific/Kiritimati";
    private static final String LATEST = "Pacific/Pago_Pago";

    @Autowired
    RemsHttp http;

    @Autowired
    TestEvents events;

    Estate estate;
    UUID property;

    @BeforeEach
    void anotherFirm() {
        estate = new Estate(http);
        property = estate.property("Z1");
    }

    @Test
    void aFirmThatMovesHasTodayWhereItIsNow() {
        told("FirmCreated", 1, EARLIEST);
        isToday(EARLIEST);

        told("FirmChanged", 2, LATEST);

        isToday(LATEST);
    }

    @Test
    void whatAFirmToldEarlierChangesNothingWhenItComesLate() {
        told("FirmChanged", 3, LATEST);
        isToday(LATEST);

        told("FirmChanged", 2, EARLIEST);

        await().during(2, SECONDS)
                .atMost(20, SECONDS)
                .until(() -> today().equals(LocalDate.now(ZoneId.of(LATEST)).toString()));
    }

    private void told(String type, long version, String zone) {
        var firm = estate.firm();
        events.publish(
                "firm",
                "rems.firm." + type + ".v1",
                firm,
                firm.value(),
                version,
                Map.of("name", "Atoll", "timeZone", zone));
    }

    private void isToday(String zone) {
        await().atMost(20, SECONDS)
                .until(() -> today().equals(LocalDate.now(ZoneId.of(zone)).toString()));
    }

    private String today() {
        var answer = estate.accountant()
                .get("/api/v1/properties/{id}/ownership", property)
                .expectBody(JsonNode.class)
                .returnResult();
        return requireNonNull(answer.getResponseBody()).get("asOf").asString();
    }
}
