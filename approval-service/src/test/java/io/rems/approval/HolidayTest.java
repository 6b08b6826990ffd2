package io.rems.approval;

import static io.rems.approval.Answers.invalid;
import static io.rems.approval.Answers.json;
import static io.rems.approval.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.Identifiers;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.TestEvents;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** The calendar that a firm keeps itself. */
@ApprovalServiceTest
class HolidayTest {

    private static final String ALL = "/api/v1/holidays";
    private static final String ONE = ALL + "/{id}";

    @Autowired
    TestFirms firms;

    @Autowired
    TestEvents events;

    TestFirm firm;
    RemsHttp.AsCaller admin;

    @BeforeEach
    void openFirm() {
        firm = firms.open();
        admin = firm.admin();
    }

    @Test
    void everyChangeOfTheCalendarIsTold() {
        var id = add(Map.of("name", "National Day", "from", "2027-02-25", "until", "2027-02-26"));
        change(id, 1, Map.of("name", "National Day", "from", "2027-02-25"))
                .expectStatus()
                .isOk();
        remove(id, 2).expectStatus().isNoContent();

        assertThat(events.await("rems.approval.HolidayAdded.v1", id)
                        .data()
                        .path("until")
                        .stringValue())
                .isEqualTo("2027-02-26");
        assertThat(events.await("rems.approval.HolidayChanged.v1", id)
                        .data()
                        .path("until")
                        .stringValue())
                .isEqualTo("2027-02-25");
        assertThat(events.await("rems.approval.HolidayRemoved.v1", id).aggregateVersion())
                .isEqualTo(3);
        refused(admin.get(ONE, id), HttpStatus.NOT_FOUND, "NOT_FOUND");
    }

    @Test
    void whoeverHasSeenAnOlderCalendarDoesNotChangeIt() {
        var id = add(Map.of("name", "Eid", "from", "2027-03-09"));
        change(id, 1, Map.of("name", "Eid al-Fitr", "from", "2027-03-10"))
                .expectStatus()
                .isOk();

        refused(
                change(id, 1, Map.of("name", "Eid", "from", "2027-03-11")),
                HttpStatus.PRECONDITION_FAILED,
                "STALE_VERSION");
        refused(remove(id, 1), HttpStatus.PRECONDITION_FAILED, "STALE_VERSION");
        assertThat(json(admin.get(ONE, id)).path("from").stringValue()).isEqualTo("2027-03-10");
    }

    @Test
    void holidaysAreListedByTheDaysThatTheyTouch() {
        var eid = add(Map.of("name", "Eid", "from", "2027-03-09", "until", "2027-03-13"));
        var liberation = add(Map.of("name", "Liberation Day", "from", "2027-02-26"));

        assertThat(Answers.ids(admin.get(ALL + "?from=2027-03-13"), "id")).containsExactly(eid);
        assertThat(Answers.ids(admin.get(ALL + "?until=2027-03-09"), "id")).containsExactly(liberation, eid);
        assertThat(Answers.ids(admin.get(ALL + "?from=2027-02-27&until=2027-03-08"), "id"))
                .isEmpty();
    }

    @Test
    void aHolidayEndsAfterItBeginsAndWithinAYear() {
        for (var until : List.of("2027-02-24", "2028-02-26")) {
            var wrong = Map.of("name", "National Day", "from", "2027-02-25", "until", until);
            invalid(admin.post(ALL, wrong), "until", "OUT_OF_RANGE");
        }
    }

    @Test
    void onlyAdministratorsEditTheCalendarAndOnlyTheirOwn() {
        var id = add(Map.of("name", "Eid", "from", "2027-03-09"));

        refused(
                firm.accountant().post(ALL, Map.of("name", "Mine", "from", "2027-03-09")),
                HttpStatus.FORBIDDEN,
                "PERMISSION_DENIED");
        firm.accountant().get(ONE, id).expectStatus().isOk();
        var other = firms.open();
        refused(other.admin().get(ONE, id), HttpStatus.NOT_FOUND, "NOT_FOUND");
        assertThat(Answers.ids(other.admin().get(ALL), "id")).isEmpty();
    }

    private UUID add(Map<String, Object> holiday) {
        var body = new HashMap<>(holiday);
        var id = Identifiers.next();
        body.put("id", id);
        admin.post(ALL, body).expectStatus().isCreated();
        return id;
    }

    private ResponseSpec change(UUID id, long version, Map<String, ?> holiday) {
        return admin.put(ONE, version, holiday, id);
    }

    private ResponseSpec remove(UUID id, long version) {
        return admin.delete(ONE, version, id);
    }
}
