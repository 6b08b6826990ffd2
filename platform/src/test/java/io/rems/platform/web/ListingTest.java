package io.rems.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.Row;
import io.rems.platform.Identifiers;
import io.rems.platform.access.Caller;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.util.LinkedMultiValueMap;
import reactor.core.publisher.Mono;

@RemsTest
@Import({ProbeController.class, NoteController.class})
class ListingTest {

    private static final Duration BOUND = Duration.ofSeconds(20);

    @Autowired
    private FirmSql sql;

    @Autowired
    private Transactions transactions;

    private final Caller caller = TestCallers.accountant(TestCallers.newFirm());

    @BeforeEach
    void fiveInvoices() {
        add("E%5", null, 100);
        add("a1", LocalDate.of(2026, 3, 1), 300);
        add("b_2", LocalDate.of(2026, 1, 1), 100);
        add("C3", null, 200);
        add("d4", LocalDate.of(2026, 1, 1), 200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            number         | C3 E%5 a1 b_2 d4
            -number        | d4 b_2 a1 E%5 C3
            due            | b_2 d4 a1 E%5 C3
            -due           | a1 d4 b_2 C3 E%5
            -due,number    | a1 b_2 d4 C3 E%5
            amount,-number | b_2 E%5 d4 C3 a1
            amount         | E%5 b_2 C3 d4 a1
            -amount,due    | a1 d4 C3 b_2 E%5
            id             | E%5 a1 b_2 C3 d4
            ''             | a1 d4 C3 b_2 E%5
            """)
    void pagesPutTogetherAreTheListInOrder(String sort, String numbers) {
        for (int limit = 1; limit <= 6; limit++) {
            assertThat(walked(sort, limit)).containsExactly(numbers.split(" "));
        }
    }

    @Test
    void aPageIsNotShiftedByWhatIsAddedBeforeIt() {
        var first = page("number", 2, null);

        add("A0", null, 1);

        assertThat(page("number", 2, first.next()).items()).containsExactly("a1", "b_2");
    }

    @ParameterizedTest
    @CsvSource({"%, E%5", "_, b_2", "A, a1", "c3, C3"})
    void searchTakesTextLiterallyAndInEitherCase(String q, String found) {
        assertThat(run(query("number", 50, null, q, false)).items()).containsExactly(found);
    }

    @Test
    void theTotalIsOfAllThatWasSearchedFor() {
        var page = run(query("number", 1, null, "4", true));

        assertThat(page).isEqualTo(new Page<>(List.of("d4"), null, 1L));
        assertThat(run(query("number", 1, null, "none", true))).isEqualTo(new Page<>(List.of(), null, 0L));
        assertThat(run(query("number", 2, null, null, true)).total()).isEqualTo(5);
    }

    @Test
    void filtersThatAreNotAskedForDoNotFilter() {
        var some = listing().filter("amount", 100L).filter("number", null);

        assertThat(run(some, query("number", 50, null, null, false)).items()).containsExactly("E%5", "b_2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            number         | C3 E%5 a1 b_2
            -number        | b_2 a1 E%5 C3
            due            | b_2 a1 E%5 C3
            -due,number    | a1 b_2 C3 E%5
            -amount,number | a1 C3 E%5 b_2
            """)
    void severalKindsOfRowsAreOneListInOrder(String sort, String numbers) {
        for (int limit = 1; limit <= 5; limit++) {
            assertThat(walked(twoKinds(), sort, limit)).containsExactly(numbers.split(" "));
        }
    }

    @Test
    void severalKindsOfRowsAreSearchedAndCountedTogether() {
        assertThat(run(twoKinds(), query("number", 1, null, null, true)).total())
                .isEqualTo(4);
        assertThat(run(twoKinds(), query("number", 5, null, "3", true))).isEqualTo(new Page<>(List.of("C3"), null, 1L));
        assertThat(run(
                        listing().either("due IS NULL AND due IS NOT NULL", "amount < 0"),
                        query("number", 5, null, null, true)))
                .isEqualTo(new Page<>(List.of(), null, 0L));
    }

    /** All but d4: those without a date, and those with a date that are not of 200. */
    private Listing twoKinds() {
        return listing().either("due IS NULL", "due IS NOT NULL AND amount <> 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "bnVtYmVyHz1h", "????"})
    void aCursorThatIsNotOfThisListIsTold(String cursor) {
        assertThatThrownBy(() -> page(
                        "due", 2, cursor.isEmpty() ? page("number", 2, null).next() : cursor))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("VALIDATION_FAILED");
    }

    @Test
    void aFieldThatCannotBeSortedByIsTold() {
        assertThatThrownBy(() -> page("secret", 2, null)).isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> page("number;DROP", 2, null)).isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> page("number", 201, null)).isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> page("number", 0, null)).isInstanceOf(InvalidRequest.class);
    }

    private List<String> walked(String sort, int limit) {
        return walked(listing(), sort, limit);
    }

    private List<String> walked(Listing listing, String sort, int limit) {
        var found = new ArrayList<String>();
        String cursor = null;
        do {
            var page = run(listing, query(sort, limit, cursor, null, false));
            found.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return found;
    }

    private Page<String> page(String sort, int limit, @Nullable String cursor) {
        return run(query(sort, limit, cursor, null, false));
    }

    private Page<String> run(ListQuery query) {
        return run(listing(), query);
    }

    private Page<String> run(Listing listing, ListQuery query) {
        return Objects.requireNonNull(Mono.defer(() -> listing.page(query, ListingTest::number))
                .contextWrite(context -> CurrentCaller.with(context, caller))
                .block(BOUND));
    }

    private Listing listing() {
        return Listing.of(
                        sql,
                        "SELECT id, number COLLATE \"C\" AS number, due, amount FROM invoice WHERE firm_id = :firm")
                .sortable("number", "number", String.class)
                .sortableNullable("due", "due", LocalDate.class)
                .sortable("amount", "amount", Long.class)
                .searchable("number")
                .orderedBy("-amount,-id");
    }

    private static String number(Row row) {
        return Objects.requireNonNull(row.get("number", String.class));
    }

    private static ListQuery query(String sort, int limit, @Nullable String cursor, @Nullable String q, boolean count) {
        var parameters = new LinkedMultiValueMap<String, String>();
        parameters.add("sort", sort);
        parameters.add("limit", String.valueOf(limit));
        Optional.ofNullable(cursor).ifPresent(value -> parameters.add("cursor", value));
        Optional.ofNullable(q).ifPresent(value -> parameters.add("q", value));
        parameters.add("count", String.valueOf(count));
        return ListQuery.read(parameters);
    }

    private void add(String number, @Nullable LocalDate due, long amount) {
        transactions
                .inFirm(sql.sql("""
                                INSERT INTO invoice (firm_id, id, number, due, amount)
                                VALUES (:firm, :id, :number, :due, :amount)""")
                        .bind("id", Identifiers.next())
                        .bind("number", number)
                        .bindNullable("due", due, LocalDate.class)
                        .bind("amount", amount)
                        .update())
                .contextWrite(context -> CurrentCaller.with(context, caller))
                .block(BOUND);
    }
}
