package io.rems.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.local.App;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** An administrator, who may do everything in his firm, tries every route on what is another firm's. */
@EndToEnd
@TestInstance(Lifecycle.PER_CLASS)
class ForeignFirmTest {

    /** What these firms have none of: pictures, and owners who turned out to be others. */
    private static final Set<String> LACKING = Set.of("/api/v1/firms/{id}/logo", "/api/v1/owners/{id}/merge");

    private static final byte[] FILE = "Sample".getBytes(StandardCharsets.US_ASCII);

    /** What these collections hold goes by names that every firm has, not by identifiers of one. */
    private static final Set<String> NAMED = Set.of("settings", "subscriptions");

    private static final Pattern UUID_TEXT = Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private List<Operation> operations;
    private SampleFirm theirs;
    private SampleFirm ours;
    private Set<String> shared;

    @BeforeAll
    void twoFirmsWithOneOfEverything(Suite suite) {
        operations = suite.operations().stream()
                .filter(operation -> operation.isOffered() && !operation.isPublic())
                .toList();
        theirs = SampleFirm.withOneOfEverything(suite, "Theirs");
        ours = SampleFirm.withOneOfEverything(suite, "Ours");
        shared = Set.of(
                new UUID(0, 0).toString(),
                suite.operator().get("/api/v1/me").json().at("/user/id").asString());
    }

    @Test
    void whatIsOfAnotherFirmIsNotThere() {
        var before = everythingOf(theirs);
        var softly = new SoftAssertions();

        for (var operation : operations) {
            if (operation.collections().isEmpty() || isNamed(operation)) {
                continue;
            }
            var foreign = asUs(operation, operation.pathFor(theirs::id)).send();
            var absent =
                    asUs(operation, operation.pathFor(_ -> UUID.randomUUID())).send();
            softly.assertThat(foreign.status())
                    .as("%s: %s", operation, foreign.text())
                    .isEqualTo(operation.isForOperator() ? 403 : 404);
            softly.assertThat(foreign.code())
                    .as("%s tells that it exists", operation)
                    .isEqualTo(absent.code());
        }
        softly.assertAll();

        assertThat(everythingOf(theirs)).isEqualTo(before);
    }

    @Test
    void whatIsOfAnotherFirmIsNotPartOfOurs() {
        var softly = new SoftAssertions();

        for (var operation : operations) {
            var collections = operation.collections();
            if (collections.size() < 2 || isNamed(operation)) {
                continue;
            }
            var last = collections.getLast();
            var path = operation.pathFor(
                    collection -> collection.equals(last) ? theirs.id(collection) : ours.id(collection));
            var answer = asUs(operation, path).send();
            softly.assertThat(answer.status())
                    .as("%s: %s", operation, answer.text())
                    .isEqualTo(operation.isForOperator() ? 403 : 404);
        }

        softly.assertAll();
    }

    /** Users are of no firm: whoever administers one may let any of them in. */
    @Test
    void aReferenceToWhatIsOfAnotherFirmIsOneToNothing() {
        var softly = new SoftAssertions();

        for (var operation : operations) {
            for (var field : SampleBody.references(operation)) {
                if (field.equals("userId")) {
                    continue;
                }
                var foreign = asUs(operation, field, theirs.id(SampleBody.collectionOf(field)));
                var absent = asUs(operation, field, UUID.randomUUID());
                softly.assertThat(foreign.status())
                        .as("%s with foreign %s: %s", operation, field, foreign.text())
                        .isEqualTo(absent.status())
                        .isLessThan(500);
                softly.assertThat(foreign.code())
                        .as("%s with foreign %s", operation, field)
                        .isEqualTo(absent.code());
            }
        }

        softly.assertAll();
    }

    @Test
    void listsAndReportsShowNothingOfAnotherFirm() {
        var foreign = identifiersIn(told(theirs, _ -> true).toString());
        foreign.removeAll(shared);
        var softly = new SoftAssertions();

        for (var operation : operations) {
            if (!operation.isRead() || !operation.collections().isEmpty()) {
                continue;
            }
            var answer = ours.administrator().get(operation.path() + queryOf(operation, ours));
            softly.assertThat(answer.status())
                    .as("%s: %s", operation, answer.text())
                    .isEqualTo(operation.isForOperator() ? 403 : 200);
            softly.assertThat(identifiersIn(answer.text())).as("%s", operation).doesNotContainAnyElementsOf(foreign);
            var asked = ours.administrator().get(operation.path() + queryOf(operation, theirs));
            softly.assertThat(asked.status())
                    .as("%s: %s", operation, asked.text())
                    .isLessThan(500);
            var told = identifiersIn(asked.text());
            theirs.byCollection().values().forEach(sent -> told.remove(sent.toString()));
            softly.assertThat(told).as("%s asked about another firm", operation).doesNotContainAnyElementsOf(foreign);
        }

        assertThat(foreign)
                .containsAll(theirs.byCollection().values().stream()
                        .map(UUID::toString)
                        .toList());
        softly.assertAll();
    }

    private Answer asUs(Operation operation, String field, UUID reference) {
        var body = new HashMap<>(Objects.requireNonNull(SampleBody.of(operation, ours::id)));
        body.put(field, field.toLowerCase(Locale.ROOT).endsWith("ids") ? List.of(reference) : reference);
        return asUs(operation, operation.pathFor(ours::id)).with(body).send();
    }

    private Call asUs(Operation operation, String path) {
        var call = ours.administrator()
                .call(operation.method(), operation.takesFile() ? path + "?name=sample.pdf" : path)
                .with(operation.takesFile() ? FILE : SampleBody.of(operation, ours::id))
                .with("Idempotency-Key", UUID.randomUUID().toString());
        return operation.needsVersion() ? call.with("If-Match", "\"1\"") : call;
    }

    /** What others must not change. Reports tell the moment at which they were made as well. */
    private Map<String, String> everythingOf(SampleFirm firm) {
        return told(firm, operation -> operation.app() != App.REPORTING);
    }

    /** What the firm is told about itself. */
    private Map<String, String> told(SampleFirm firm, Predicate<Operation> about) {
        var told = new TreeMap<String, String>();
        for (var operation : operations) {
            if (operation.isRead()
                    && !operation.isForOperator()
                    && !isNamed(operation)
                    && !isLacking(operation)
                    && about.test(operation)) {
                var path = operation.pathFor(firm::id) + queryOf(operation, firm);
                told.put(path, firm.administrator().get(path).expect(200).text());
            }
        }
        return told;
    }

    /** The one job of these firms is ownership-service's. */
    private static boolean isLacking(Operation operation) {
        var jobs = operation.collections().contains("jobs");
        return LACKING.contains(operation.path()) || jobs && operation.app() != App.OWNERSHIP;
    }

    private static boolean isNamed(Operation operation) {
        return operation.collections().stream().anyMatch(NAMED::contains);
    }

    /** Identifiers of the firm for all parameters that ask for one. */
    private static String queryOf(Operation operation, SampleFirm firm) {
        return operation.queryParameters().stream()
                .filter(parameter -> parameter.at("/schema/format").asString("").equals("uuid"))
                .map(parameter -> parameter.path("name").asString())
                .map(name -> name + "="
                        + (name.equals("entity") ? firm.id("properties") : firm.id(SampleBody.collectionOf(name))))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static Set<String> identifiersIn(String text) {
        return UUID_TEXT.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
