package io.rems.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoFirmTest {

    private static final Pattern REFERENCE = Pattern.compile("\"@([^\"]+)\"");
    private static final List<String> ROLES =
            List.of("ADMIN", "ACCOUNTANT", "MANAGER", "STAFF", "OWNER", "TENANT", "VIEWER");

    @Test
    void everyReferenceIsDefinedInItsFirm() {
        for (var firm : DemoFirm.ALL) {
            var defined = new HashSet<String>();
            for (var section : Section.ALL) {
                firm.section(section.name())
                        .forEach(entry -> defined.add(
                                section.name() + "/" + entry.path("key").asString()));
            }
            var sections = List.of(
                    "people", "units", "ownershipPeriods", "expenseCategories", "expenseTypes", "leases", "expenses");
            for (var section : sections) {
                var references = REFERENCE.matcher(firm.section(section).toString());
                assertThat(defined)
                        .containsAll(references
                                .results()
                                .map(found -> found.group(1))
                                .toList());
            }
        }
    }

    @Test
    void everyFirmHasPeopleOfEveryRole() {
        for (var firm : DemoFirm.ALL) {
            assertThat(values(firm, "people", "role")).containsAll(ROLES);
        }
        assertThat(values(DemoFirm.KUWAIT_PROPERTIES, "people", "role").stream().filter("OWNER"::equals))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void oneAccountantWorksInTwoFirms() {
        assertThat(values(DemoFirm.KUWAIT_PROPERTIES, "people", "email"))
                .filteredOn(values(DemoFirm.GULF_REAL_ESTATE, "people", "email")::contains)
                .containsExactly("accountant@kuwait-properties.example");
    }

    @Test
    void everyStateOfAnExpenseThatNeedsNoWaitingIsThere() {
        assertThat(values(DemoFirm.KUWAIT_PROPERTIES, "expenses", "state"))
                .contains("DRAFT", "PENDING", "APPROVED", "REJECTED");
        assertThat(DemoFirm.KUWAIT_PROPERTIES.section("expenses"))
                .anyMatch(expense -> expense.path("state").asString().equals("APPROVED") && !expense.has("votes"));
    }

    @Test
    void identifiersAreTheSameEverywhere() {
        assertThat(DemoFirm.KUWAIT_PROPERTIES.id()).hasToString("08a2fdea-1698-51c1-9c78-cfc5ba016023");
        assertThat(DemoFirm.KUWAIT_PROPERTIES.idOf("owners/nasser"))
                .isNotEqualTo(DemoFirm.GULF_REAL_ESTATE.idOf("owners/nasser"));
    }

    @Test
    void daysAreCountedFromToday() {
        var entry = JsonMapper.shared().readTree("""
                {"from":"today-10d","dates":["today","today+1d"],"note":"today is fine","ownerId":"@owners/nasser"}""");

        var body = Resolved.of(DemoFirm.KUWAIT_PROPERTIES, entry).body();

        var today = LocalDate.now(ZoneId.of("Asia/Kuwait"));
        assertThat(body.path("from").asString()).isEqualTo(today.minusDays(10).toString());
        assertThat(body.at("/dates/1").asString()).isEqualTo(today.plusDays(1).toString());
        assertThat(body.path("note").asString()).isEqualTo("today is fine");
        assertThat(body.path("ownerId").asString())
                .isEqualTo(DemoFirm.KUWAIT_PROPERTIES.idOf("owners/nasser").toString());
    }

    @Test
    void theLoginsAreTold() {
        assertThat(new DemoFirms().logins())
                .contains(
                        "rems-demo-2026",
                        "operator@rems.example",
                        "nasser@kuwait-properties.example",
                        "Al Salam Holdings");
    }

    private static List<String> values(DemoFirm firm, String section, String field) {
        return firm.section(section).stream()
                .map(entry -> entry.path(field))
                .map(JsonNode::asString)
                .toList();
    }

    /** An import writes what only an administrator may. */
    @Test
    void whoActsInADemoFirmWhereNobodyIsNamedIsItsAdministrator() {
        for (var firm : DemoFirm.ALL) {
            var login = DemoLogins.administratorOf(" " + firm.name().toUpperCase(Locale.ROOT))
                    .orElseThrow();

            assertThat(firm.section("people"))
                    .filteredOn(person -> person.path("email").asString().equals(login))
                    .extracting(person -> person.path("role").asString())
                    .containsExactly("ADMIN");
        }
        assertThat(DemoLogins.administratorOf("Nobody's")).isEmpty();
    }
}
