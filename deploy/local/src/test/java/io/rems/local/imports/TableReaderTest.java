package io.rems.local.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class TableReaderTest {

    private Folder folder;

    @BeforeEach
    void fill(@TempDir Path path) {
        folder = Folder.in(path);
    }

    @Test
    void takesSoundRows() {
        assertThat(folder.read().values()).allSatisfy(reading -> {
            assertThat(reading.refusals()).isEmpty();
            assertThat(reading.entries()).hasSize(reading.rows());
        });
    }

    @Test
    void makesTheRequestOfAContract() {
        var lease = folder.read().get("rental_contracts");

        assertThat(JsonMapper.shared().writeValueAsString(first(lease).body()))
                .isEqualTo("""
                {"unitId":"%s","tenantId":"%s","coTenantIds":["%s"],"number":"C1","from":"2026-01-01","to":"2026-12-31",\
                "rent":{"amount":"450.00","currency":"KWD"},"deposit":{"amount":"900.00","currency":"KWD"},"state":"ACTIVE","id":"%s"}""".formatted(id("units/1"), id("tenants/1"), id("tenants/2"), id("rental_contracts/1")));
    }

    @Test
    void makesAValuationOfWhatThePropertyWasWorth() {
        var valuations = Objects.requireNonNull(folder.read().get("valuations"));

        assertThat(valuations.rows()).isEqualTo(1);
        assertThat(JsonMapper.shared().writeValueAsString(first(valuations).body()))
                .isEqualTo("""
                {"valuedOn":"2026-11-22","amount":{"amount":"1571785.71","currency":"KWD"},"method":"INCOME",\
                "note":"income_approach_7%%","id":"%s"}""".formatted(id("valuations/1")));
        assertThat(first(valuations).collection())
                .isEqualTo("/api/v1/properties/%s/valuations".formatted(id("properties/1")));
        assertThat(valuations.remarks()).hasSize(1);
    }

    @Test
    void valuationOfTomorrowIsRefusedAndThePropertyComesIn() {
        folder.replace("properties", "1571785.71,,", "1571785.71,2026-11-24,");

        var readings = folder.read();

        assertThat(Objects.requireNonNull(readings.get("valuations")).refusals())
                .extracting(Refusal::toString)
                .containsExactly("properties.csv:2: valuation_date: 2026-11-24 lies ahead");
        assertThat(Objects.requireNonNull(readings.get("properties")).refusals())
                .isEmpty();
    }

    @Test
    void bringsInWhatIsKnownOfOwnersPropertiesAndUnits() {
        folder.replace("owners", "Mona Test,,", "Mona Test,منى,");

        var readings = folder.read();

        assertThat(first(readings.get("owners")).body())
                .containsEntry("otherName", "منى")
                .containsEntry("otherPhones", List.of("+965 2"))
                .containsEntry("identity", Map.of("type", "CIVIL_ID", "number", "284093007777"));
        assertThat(Objects.requireNonNull(readings.get("owners"))
                        .entries()
                        .getLast()
                        .body())
                .doesNotContainKeys("identity", "otherName");
        assertThat(first(readings.get("properties")).body())
                .containsEntry("constructionYear", 1998)
                .containsEntry("permitNumber", "PM/1");
        assertThat(first(readings.get("units")).body())
                .containsEntry("livingRooms", 1)
                .containsEntry("parkingSpaces", 2)
                .containsEntry("note", "corner");
    }

    @Test
    void addressesWhatBelongsToAProperty() {
        var unit = first(folder.read().get("units"));
        var period = first(folder.read().get("property_ownership_periods"));

        assertThat(unit.collection()).isEqualTo("/api/v1/properties/%s/units".formatted(id("properties/1")));
        assertThat(unit.item()).isEqualTo("/api/v1/units/" + id("units/1"));
        assertThat(period.item())
                .isEqualTo("/api/v1/properties/%s/ownership-periods/%s"
                        .formatted(id("properties/1"), id("property_ownership_periods/1")));
    }

    @Test
    void endsAPeriodTheDayAfterItsLast() {
        var periods = Objects.requireNonNull(folder.read().get("property_ownership_periods"));

        assertThat(periods.entries().getLast().body())
                .containsEntry("share", "50.00%")
                .hasEntrySatisfying("to", to -> assertThat(to).hasToString("2026-01-01"));
    }

    @Test
    void keepsInWordsWhatAnExpenseWas() {
        var expenses = Objects.requireNonNull(folder.read().get("expense_transactions"));

        assertThat(expenses.entries())
                .extracting(entry -> entry.body().get("description"))
                .containsExactly("Wall repaired (legacy: approved, cash, R-1)", "City tax (legacy: pending, soon)");
        assertThat(first(expenses).body()).doesNotContainKey("tax");
    }

    @Test
    void bringsInTheOldDecisionOfAnExpenseAndLeavesTheOthersDrafts() {
        var expenses = Objects.requireNonNull(folder.read().get("expense_transactions"));

        assertThat(expenses.entries())
                .extracting(Entry::collection)
                .containsExactly("/api/v1/expenses/imports", "/api/v1/expenses");
        assertThat(first(expenses).body().get("decision"))
                .isEqualTo(Map.of("verdict", "APPROVED", "by", "legacy user 2", "on", LocalDate.of(2026, 11, 3)));
        assertThat(expenses.entries().getLast().body()).doesNotContainKey("decision");
        assertThat(expenses.entries())
                .extracting(Entry::item)
                .allMatch(item -> item.matches("/api/v1/expenses/[0-9a-f-]{36}"));
    }

    @Test
    void whoeverIsNotNamedIsNobodyAndTheDayThatOfTheExpense() {
        folder.replace("expense_transactions", "approved,2,2026-11-03 10:43:42.789288", "PAID,,");

        var paid = first(Objects.requireNonNull(folder.read().get("expense_transactions")));

        assertThat(paid.body().get("decision"))
                .isEqualTo(Map.of(
                        "verdict",
                        "APPROVED",
                        "by",
                        "nobody whom the legacy database names",
                        "on",
                        LocalDate.of(2026, 11, 1)));
    }

    @Test
    void readsTheKindOfATenantFromHisNumber() {
        var tenants = Objects.requireNonNull(folder.read().get("tenants"));

        assertThat(tenants.entries())
                .extracting(entry -> entry.body().get("type"))
                .containsExactly("PERSON", "COMPANY");
    }

    @ParameterizedTest(name = "{0}: {1} → {2} is refused")
    @CsvSource(delimiter = '|', textBlock = """
            owners | Mona Test | '' | owners.csv:2: full_name: is empty
            owners | mona@test.example | mona | owners.csv:2: email: "mona" is not an e-mail address
            owners | ,ar, | ,arabic, | owners.csv:2: preferred_language: "arabic" is not a language of two letters, such as en or ar
            owners | 1,Mona | ,Mona | owners.csv:2: owner_id: is empty
            owners | 284093007777 | 284093007778 | owners.csv:2: national_id_number: not a Kuwaiti civil ID: twelve digits, with the day of birth and a check digit that fits
            owners | 2,Omar | 1,Omar | owners.csv:3: owner_id: "1" is the key of line 2 already
            properties | residential | castle | properties.csv:2: property_type: "castle" is none of commercial, land, mixed_use, other, residential
            properties | 100.50 | 100,50 | properties.csv:2: has 16 fields, the header names 15
            properties | 100.50 | large | properties.csv:2: area_sqm: "large" is not a number; write it as 1234.56
            properties | 100.50 | 0 | properties.csv:2: area_sqm: "0" is not more than nothing
            properties | 100.50 | 1.005 | properties.csv:2: area_sqm: "1.005" has more than 2 decimals
            properties | 2,P2 | 2,P1 | properties.csv:3: property_code: "P1" stands in line 2 already
            units | 1,1,101 | 1,7,101 | units.csv:2: property_id: there is no 7 in properties.csv
            units | apartment,2 | apartment,-2 | units.csv:2: number_of_bedrooms: "-2" is not a whole number from 0 to 1000
            units | 450.00 | 450.0001 | units.csv:2: base_rent_amount: "450.0001" has more than 3 decimals
            units | 102 | 101 | units.csv:3: unit_number: "101" stands in line 2 already
            property_ownership_periods | 1,1,1,50.00 | 1,1,1,150.00 | property_ownership_periods.csv:2: ownership_percentage: "150.00" is not a percentage from 0 to 100
            property_ownership_periods | 1,1,1,50.00 | 1,1,1,0 | property_ownership_periods.csv:2: ownership_percentage: a share is more than nothing
            property_ownership_periods | 1,1,1,50.00 | 1,1,1,50.01 | property_ownership_periods.csv:3: ownership_percentage: with line 2 the shares are 100.01 % on 2020-01-01
            property_ownership_periods | 2025-12-31 | 2019-12-31 | property_ownership_periods.csv:3: end_date: 2019-12-31 is before the start_date 2020-01-01
            property_ownership_periods | ,t, | ,maybe, | property_ownership_periods.csv:2: is_primary_contact: "maybe" is none of f, false, t, true
            rental_contracts | 2026-12-31 | 31.12.2026 | rental_contracts.csv:2: end_date: "31.12.2026" is not a date; write it as 2026-11-30
            rental_contracts | 2026-12-31 | 2026-02-30 | rental_contracts.csv:2: end_date: "2026-02-30" is not a date; write it as 2026-11-30
            rental_contracts | 2026-12-31 | 2025-12-31 | rental_contracts.csv:2: end_date: 2025-12-31 is before the start_date 2026-01-01
            rental_contracts | active | rented | rental_contracts.csv:2: contract_status: "rented" is none of active, expired, terminated, upcoming
            rental_contracts | 2024-12-31 | 2027-12-31 | rental_contracts.csv:3: contract_status: "expired" does not fit the end_date, which lies ahead
            rental_contracts | C2 | C1 | rental_contracts.csv:3: contract_number: "C1" stands in line 2 already
            rental_contracts | 450.00 | -450.00 | rental_contracts.csv:2: monthly_rent: "-450.00" is less than nothing
            expense_transactions | 150.00 | 0.00 | expense_transactions.csv:2: amount: an expense is more than nothing
            expense_transactions | 2026-11-03 | yesterday | expense_transactions.csv:2: approved_date: "yesterday 10:43:42.789288" does not begin with a date such as 2026-11-30
            expense_transactions | KWD | XXZ | expense_transactions.csv:2: currency: "XXZ" is not a currency
            expense_transactions | 1,1,1,1,1 | 1,1,2,1,1 | expense_transactions.csv:2: expense_type_id: type 1 is not of category 2
            """)
    void refusesWithFileLineColumnAndReason(String table, String before, String after, String refusal) {
        folder.replace(table, before, after);

        var reading = Objects.requireNonNull(folder.read().get(table));

        assertThat(reading.refusals()).extracting(Refusal::toString).containsExactly(refusal);
        assertThat(reading.refused()).isEqualTo(1);
    }

    @Test
    void refusesLeasesOfOneUnitThatOverlap() {
        folder.add("rental_contracts", "3,1,2,,C3,2026-12-31,2027-12-30,450.00,,active,");

        assertThat(refusals("rental_contracts"))
                .containsExactly("rental_contracts.csv:4: unit_id: the unit is let by line 2 on some of the days");
    }

    @Test
    void letsLeasesFollowOneAnother() {
        folder.add("rental_contracts", "3,1,2,,C3,2027-01-01,2027-12-30,450.00,,active,");

        assertThat(refusals("rental_contracts")).isEmpty();
    }

    @Test
    void letsOneOwnerFollowAnother() {
        folder.add("property_ownership_periods", "3,1,1,50.00,2026-01-01,,f,,transfer,");

        assertThat(refusals("property_ownership_periods")).isEmpty();
    }

    @Test
    void recordsALeaseThatIsActiveBeyondItsEndAsEnded() {
        folder.replace("rental_contracts", "2026-12-31", "2026-11-22");

        var reading = Objects.requireNonNull(folder.read().get("rental_contracts"));

        assertThat(first(reading).body()).containsEntry("state", "ENDED");
        assertThat(reading.remarks())
                .isEqualTo(Map.of("still active although the last day has passed: recorded as ENDED", 1));
    }

    @Test
    void saysWhatItCannotTellApart() {
        folder.replace("units", "apartment", "commercial");

        var units = Objects.requireNonNull(folder.read().get("units"));

        assertThat(first(units).body()).containsEntry("type", "OTHER");
        assertThat(units.remarks().keySet()).singleElement().asString().startsWith("commercial: recorded as OTHER");
    }

    @Test
    void leavesAnUpcomingLeaseForSomebodyToActivate() {
        folder.replace("rental_contracts", "active", "upcoming").replace("rental_contracts", "expired", "upcoming");

        var reading = Objects.requireNonNull(folder.read().get("rental_contracts"));

        assertThat(reading.entries())
                .extracting(entry -> entry.body().get("state"))
                .containsOnly("DRAFT");
        assertThat(reading.remarks().keySet())
                .containsExactly(
                        "upcoming: recorded as DRAFT, to be activated",
                        "upcoming although the last day has passed: recorded as DRAFT, to be looked at");
    }

    @Test
    void recordsWhyALeaseWasTerminated() {
        folder.replace("rental_contracts", "active,", "terminated,moved away");

        var body = first(folder.read().get("rental_contracts")).body();

        assertThat(body).containsEntry("state", "TERMINATED");
        assertThat(body.get("termination")).asString().contains("moved away").contains("2026-12-31");
    }

    @Test
    void refusesWhatRefersToARefusedRow() {
        folder.replace("owners", "mona@test.example", "mona");

        assertThat(refusals("property_ownership_periods"))
                .containsExactly(
                        "property_ownership_periods.csv:2: owner_id: owners.csv:2, which it refers to, is refused");
    }

    @Test
    void reportsAllThatIsWrongWithARow() {
        folder.replace("units", "1,1,101,apartment,2,1,80.00,450.00", "1,1,,tent,2,1,80.00,much");

        assertThat(refusals("units")).hasSize(3);
    }

    @Test
    void namesMissingColumns() {
        folder.replace("owners", "email", "mail").replace("owners", "full_name", "name");

        assertThat(refusals("owners"))
                .containsExactly(
                        "owners.csv:1: full_name: the column is missing", "owners.csv:1: email: the column is missing");
    }

    @Test
    void refusesColumnsThatAreThereTwice() {
        folder.replace("vendors", "mobile", "phone_primary")
                .replace("vendors", "phone_secondary", "mobile,phone_secondary");

        assertThat(refusals("vendors")).containsExactly("vendors.csv:1: phone_primary: the column is there twice");
    }

    @Test
    void refusesTheHeaderOfSomethingElse() {
        folder.write("vendors", "vendor_id;vendor_name\n1;x\n");

        assertThat(refusals("vendors"))
                .containsExactly(
                        "vendors.csv:1: this is not the header of vendors, separated by commas: vendor_id;vendor_name");
    }

    @Test
    void refusesAnEmptyFile() {
        folder.write("vendors", "");

        assertThat(refusals("vendors"))
                .containsExactly("vendors.csv:1: the file is empty: its first line names the columns");
    }

    @Test
    void givesAVendorOneContactAPhoneAndEachOfHisSpecialities() {
        var vendor =
                Objects.requireNonNull(folder.read().get("vendors")).entries().getFirst();

        assertThat(vendor.field("contacts"))
                .isEqualTo(List.of(
                        Map.of("name", "Vera", "phone", "+965 4", "email", "vera@test.example"),
                        Map.of("name", "Vera", "phone", "+965 5")));
        assertThat(vendor.field("specialities")).isEqualTo(List.of("Walls", "Roofs"));
    }

    @Test
    void countsWhatHasNoPlaceYet() {
        folder.write("vendors", """
                vendor_id,vendor_name,vendor_type,commercial_registration,tax_number,address,contact_person,phone_primary,mobile,phone_secondary,email,specialization,emergency_available,rating,is_active
                1,A,,,,,,,,,,,,4.5,t
                2,B,,,,,,,,,,,,,f
                """);

        assertThat(Objects.requireNonNull(folder.read().get("vendors")).unplaced())
                .isEqualTo(Map.of("rating", 1, "is_active", 1));
    }

    @Test
    void givesARowTheSameIdentifierEachTimeAndAnotherInAnotherFirm() {
        var elsewhere = new Books(new Firm(UUID.randomUUID(), "Other", Folder.FIRM.currency(), Folder.FIRM.today()));

        assertThat(id("owners/1")).isEqualTo(id("owners/1")).isNotEqualTo(elsewhere.idOf("owners", "1"));
        assertThat(id("owners/1").version()).isEqualTo(5);
    }

    @Test
    void takesTheWholeSampleOfTheLegacyDatabase() {
        var sample = Path.of("../../../shared/data/rems-legacy");
        assumeTrue(Files.isDirectory(sample), "only where the sample lies beside the checkout");

        var books = new Books(Folder.FIRM);

        assertThat(LegacyTables.ALL)
                .flatExtracting(table -> TableReader.read(table, CsvFile.read(sample.resolve(table.file())), books)
                        .refusals())
                .isEmpty();
    }

    private List<String> refusals(String table) {
        return Objects.requireNonNull(folder.read().get(table)).refusals().stream()
                .map(Refusal::toString)
                .toList();
    }

    private static Entry first(@Nullable Reading reading) {
        return Objects.requireNonNull(reading).entries().getFirst();
    }

    private static UUID id(String row) {
        var parts = row.split("/");
        return new Books(Folder.FIRM).idOf(parts[0], parts[1]);
    }
}
