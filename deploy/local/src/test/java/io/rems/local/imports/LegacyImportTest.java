package io.rems.local.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rems.local.Progress;
import io.rems.local.StackFailure;
import io.rems.local.api.ApiStandIn;
import io.rems.local.api.ApiStandIn.Received;
import io.rems.local.api.ApiStandIn.Reply;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LegacyImportTest {

    private static final int ROWS = 19;

    @TempDir
    private Path path = Path.of("");

    private ApiStandIn api;
    private Folder folder;

    @BeforeEach
    void start() throws IOException {
        folder = Folder.in(path);
        api = new ApiStandIn();
        api.tell(
                "GET",
                "/api/v1/me",
                _ -> Reply.of(200, "{\"firms\":[{\"id\":\"%s\",\"name\":\"Test Firm\"}]}".formatted(Folder.FIRM.id())));
        api.tell(
                "GET",
                "/api/v1/firms/" + Folder.FIRM.id(),
                _ -> Reply.of(200, "{\"name\":\"Test Firm\",\"currency\":\"KWD\",\"timeZone\":\"Asia/Kuwait\"}"));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void bringsEverythingInInTheOrderOfDependency() {
        var report = run(false);

        assertThat(report.isSound()).isTrue();
        assertThat(report.tallies()).extracting(Tally::created).containsExactly(2, 2, 2, 2, 1, 2, 1, 2, 2, 2, 2);
        assertThat(api.posted()).hasSize(ROWS + 1);
        assertThat(api.posted().getFirst().path()).isEqualTo("/api/v1/owners");
        assertThat(api.posted().subList(ROWS - 1, ROWS + 1))
                .extracting(Received::path)
                .containsExactlyInAnyOrder("/api/v1/expenses", "/api/v1/expenses/imports");
    }

    @Test
    void changesNothingTheSecondTime() {
        run(false);

        var again = run(false);

        assertThat(again.isSound()).isTrue();
        assertThat(again.tallies()).allSatisfy(tally -> {
            assertThat(tally.created()).isZero();
            assertThat(tally.alreadyThere()).isEqualTo(tally.read());
        });
    }

    @Test
    void writesNothingInADryRun() {
        folder.replace("units", "450.00", "much");

        var report = run(true);

        assertThat(api.posted()).isEmpty();
        assertThat(report.refusals())
                .extracting(Refusal::toString)
                .hasSize(2)
                .first()
                .asString()
                .contains("units.csv:2");
        assertThat(report.tallies().getFirst().created()).isEqualTo(2);
    }

    @Test
    void tellsInADryRunWhatIsThereAlready() {
        run(false);
        folder.add("owners", "3,Nora New,,,,,,,,t,,,,");

        var owners = run(true).tallies().getFirst();

        assertThat(owners).isEqualTo(new Tally("owners", 3, 1, 2, 0, 0, ""));
    }

    @Test
    void bringsInTheSoundRowsBesideRefusedOnes() {
        folder.replace("owners", "mona@test.example", "mona");

        var report = run(false);

        assertThat(report.isSound()).isFalse();
        assertThat(report.tallies().getFirst()).isEqualTo(new Tally("owners", 2, 1, 0, 1, 0, ""));
        assertThat(report.tallies().get(3).refused()).isEqualTo(1);
    }

    @Test
    void namesTheColumnThatTheApiRefuses() {
        api.tell(
                "POST",
                "/api/v1/vendors",
                _ -> Reply.problem(
                        422,
                        "VALIDATION_FAILED",
                        ",\"errors\":[{\"field\":\"specialities[0]\",\"code\":\"X\",\"message\":\"is too odd\"}]"));

        assertThat(run(false).refusals())
                .extracting(Refusal::toString)
                .startsWith("vendors.csv:2: specialization: is too odd");
    }

    @Test
    void refusesWhatNeedsARowThatTheApiRefused() {
        api.tell("POST", "/api/v1/vendors", _ -> Reply.problem(409, "DUPLICATE", ""));

        assertThat(run(false).refusals())
                .extracting(Refusal::toString)
                .containsExactly(
                        "vendors.csv:2: Told so. (DUPLICATE)",
                        "expense_transactions.csv:2: vendors.csv:2, which it refers to, is refused");
    }

    @Test
    void namesWhatCannotComeInYet() {
        folder.write("invoices", "invoice_id\n1\n2\n").write("zebras", "id\n1\n");

        var report = run(false);

        assertThat(report.tallies())
                .contains(
                        Tally.skipped("invoices", 2, "REMS does not keep invoices yet"),
                        Tally.skipped("zebras", 1, "not a table that REMS knows"));
        assertThat(report.isSound()).isTrue();
    }

    @Test
    void archivesWhatIsInactiveAndReportsWhatMustStay() {
        folder.replace("owners", "two\nlines\",t,", "two\nlines\",f,");
        unitsWith("1,1,101,t", "2,1,102,f", "3,1,103,f");
        var unheld = idOf("units", "2");
        var held = idOf("units", "3");
        var owner = idOf("owners", "2");
        cameIn("units", unheld, "{}", "1");
        cameIn("units", held, "{}", "1");
        cameIn("owners", owner, "{}", "2");
        api.tell("POST", "/api/v1/units/" + held + "/archival", _ -> Reply.problem(409, "UNIT_IN_USE", ""));

        var report = run(false);

        assertThat(api.received("POST", "/api/v1/units/" + unheld + "/archival"))
                .singleElement()
                .satisfies(request ->
                        assertThat(request.json().path("reason").asString()).contains("legacy"));
        assertThat(api.received("POST", "/api/v1/owners/" + owner + "/archival"))
                .isEmpty();
        assertThat(report.refusals())
                .extracting(Refusal::toString)
                .containsExactly("units.csv:4: is_active: stays active: Told so. (UNIT_IN_USE)");
        assertThat(report.remarks())
                .contains(
                        "inactive owners, properties and units: 3, of which 1 archived, 1 must stay active, the rest was"
                                + " changed since");
    }

    @Test
    void whatALeaseOfTheSameImportHoldsStaysActive() {
        unitsWith("1,1,101,f", "2,1,102,t");
        var let = idOf("units", "1");
        cameIn("units", let, "{}", "1");
        cameIn("leases", idOf("rental_contracts", "1"), "{\"state\":\"ACTIVE\"}", "1");

        assertThat(run(false).refusals())
                .extracting(Refusal::toString)
                .containsExactly(
                        "units.csv:2: is_active: stays active: rental_contracts.csv:2, which is active, holds it");
        assertThat(api.received("POST", "/api/v1/units/" + let + "/archival")).isEmpty();
    }

    private void unitsWith(String... rows) {
        folder.write("units", """
                unit_id,property_id,unit_number,is_active,unit_type,number_of_bedrooms,number_of_bathrooms,area_sqm,base_rent_amount,number_of_livingrooms,number_of_parking_spaces,notes
                """ + String.join(",apartment,,,,,,,\n", rows) + ",apartment,,,,,,,\n");
    }

    private static UUID idOf(String table, String key) {
        return new Books(Folder.FIRM).idOf(table, key);
    }

    private void cameIn(String collection, UUID id, String body, String version) {
        api.tell(
                "GET",
                "/api/v1/" + collection + "/" + id,
                _ -> Reply.of(200, body).with("ETag", "\"" + version + "\""));
    }

    @Test
    void printsATableThatAddsUp() {
        folder.write("invoices", "invoice_id\n1\n2\n");
        var printed = new StringWriter();

        run(false).print(new PrintWriter(printed));

        assertThat(printed.toString())
                .containsPattern("owners +2 +2 +0 +0 +0")
                .containsPattern("all +22 +20 +0 +0 +2")
                .contains("comes in with that decision");
    }

    @Test
    void saysInWhichFirmsThePersonWorks() {
        var session = api.gateway().signIn("a@rems.example", "secret");

        assertThatThrownBy(() -> LegacyImport.run(path, "Elsewhere", false, session, Progress.silent()))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("Test Firm");
    }

    private Report run(boolean dryRun) {
        var session = api.gateway().signIn("a@rems.example", "secret");
        return LegacyImport.run(path, "test firm", dryRun, session, Progress.silent());
    }
}
