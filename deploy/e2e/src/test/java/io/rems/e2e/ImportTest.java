package io.rems.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.local.imports.ImportCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** A legacy database comes in, and nothing changes when it comes in again. */
@EndToEnd
class ImportTest {

    private static final List<String> COLLECTIONS = List.of(
            "owners",
            "properties",
            "units",
            "tenants",
            "vendors",
            "expense-categories",
            "expense-types",
            "leases",
            "expenses");

    /** The test's own, and the whole sample database where it lies beside the checkout. */
    static Stream<Path> databases() {
        return Stream.of(Path.of("src/test/resources/legacy"), Suite.CHECKOUT.resolve("../shared/data/rems-legacy"))
                .filter(Files::isDirectory);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatIsInTwiceIsThereOnce(Path database, Suite suite) {
        var firm = SampleFirm.empty(suite, "Import of " + database.getFileName());

        assertThat(imported(database, firm)).isZero();
        var first = contents(firm);
        assertThat(imported(database, firm)).isZero();

        assertThat(contents(firm)).isEqualTo(first);
        assertThat(first.keySet()).map(path -> path.split("/")[3]).containsAll(COLLECTIONS);
        assertThat(decisions(firm))
                .isNotEmpty()
                .allSatisfy((state, by) -> assertThat(by).isEqualTo(state.equals("APPROVED")));
    }

    /** Whether expenses in a state have a decision of the old books with its approver. */
    private static Map<String, Boolean> decisions(SampleFirm firm) {
        var decisions = new TreeMap<String, Boolean>();
        for (var expense : firm.administrator().list("/api/v1/expenses")) {
            decisions.merge(
                    expense.path("state").asString(),
                    !expense.at("/imported/by").asString("").isEmpty(),
                    Boolean::logicalAnd);
        }
        return decisions;
    }

    private static int imported(Path database, SampleFirm firm) {
        var administrator = firm.administrator();
        return new CommandLine(new ImportCommand())
                .execute(
                        database.toString(),
                        "--firm=" + firm.name(),
                        "--gateway=" + administrator.gateway(),
                        "--user=" + administrator.email(),
                        "--password=" + Person.PASSWORD);
    }

    /** Everything with its version, by address. */
    private static Map<String, String> contents(SampleFirm firm) {
        var contents = new TreeMap<String, String>();
        for (var collection : COLLECTIONS) {
            for (var item : firm.administrator().list("/api/v1/" + collection)) {
                var path = "/api/v1/" + collection + "/" + item.path("id").asString();
                var answer = firm.administrator().get(path).expect(200);
                contents.put(path, answer.etag() + answer.text());
                if (collection.equals("properties")) {
                    var periods = path + "/ownership-periods";
                    contents.put(periods, firm.administrator().list(periods).toString());
                }
            }
        }
        return contents;
    }
}
