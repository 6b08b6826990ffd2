package io.rems.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.access.Caller;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.database.FirmSql;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

/** A list in which {@code q} is looked for word by word. */
@RemsTest
@Import({ProbeController.class, NoteController.class})
class WordSearchTest {
    private static final Duration BOUND = Duration.ofSeconds(20);

    @Autowired
    private FirmSql sql;

    @Autowired
    private TestDatabase database;

    private final Caller caller = TestCallers.accountant(TestCallers.newFirm());

    @BeforeEach
    void someInvoices() throws SQLException {
        add("'Mona Al-Sabah mona.sabah@firm.example'", 1);
        add("'Mónica Ünal m.unal@other.example'", 1);
        add("'أحمد العلي ahmad@firm.example'", 1);
        add("'فاطمة الزهراء fatima@firm.example'", 1);
    }

    @ParameterizedTest
    @CsvSource({
        "mona, Mona",
        "SABAH mon, Mona",
        "monica, Mónica",
        "mónica, Mónica",
        "unal, Mónica",
        "al-sab, Mona",
        "mona.sabah@firm.example, Mona",
        "احمد, أحمد",
        "أَحْمَد, أحمد",
        "فاطمه, فاطمة",
        "fatima@f, فاطمة"
    })
    void wordsAreFoundByTheirBeginningHoweverTheyAreWritten(String q, String found) {
        assertThat(found(q)).singleElement().asString().startsWith(found + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abah", "mona unal", "zzz", "@", "' OR true --", "mona_l"})
    void whatBeginsNoWordFindsNothing(String q) {
        assertThat(found(q)).isEmpty();
    }

    @Test
    void whatManyRowsHoldIsFoundInTheOrderOfTheListToo() throws SQLException {
        add("'Crowd ' || lpad(n::text, 5, '0') || CASE WHEN n % 1000 = 0 THEN ' rare' ELSE '' END", 5_200);

        assertThat(found("crowd", 3)).containsExactly("Crowd 00001", "Crowd 00002", "Crowd 00003");
        assertThat(found("crowd rare")).hasSize(5).allMatch(number -> number.endsWith("rare"));
        assertThat(found("crowd 0520")).containsExactly("Crowd 05200");
        assertThat(found("c crowd", 1)).containsExactly("Crowd 00001");
        assertThat(total("crowd")).isEqualTo(5_200);
        assertThat(total("rare")).isEqualTo(5);
    }

    /** Six hundred are looked up one by one, more than five thousand by reading all that carry the word. */
    @ParameterizedTest
    @ValueSource(ints = {600, 5_200})
    void whatStandsTogetherFarDownTheListIsFoundThere(int many) throws SQLException {
        add("'Aside ' || lpad(n::text, 5, '0')", 1_000);
        add("'Zayed ' || lpad(n::text, 5, '0') || CASE WHEN n % 500 = 0 THEN ' seldom zealot' ELSE '' END", many);

        var first = page("zayed", 2, null, true);
        var second = page("zayed", 2, first.next(), false);

        assertThat(first.items()).containsExactly("Zayed 00001", "Zayed 00002");
        assertThat(first.total()).isEqualTo(many);
        assertThat(second.items()).containsExactly("Zayed 00003", "Zayed 00004");
        assertThat(found("zay z zealot", 1)).containsExactly("Zayed 00500 seldom zealot");
        assertThat(total("aside zayed")).isZero();
        assertThat(found("aside zayed")).isEmpty();
        assertThat(total("0 zayed")).isEqualTo(many);
        assertThat(found("-number", "zayed", 1)).singleElement().asString().startsWith("Zayed %05d".formatted(many));
    }

    @Test
    void pagesOfASearchGoOnWhereTheyEnded() throws SQLException {
        add("'Page ' || n", 5);
        var first = page("page", 2, null, false);

        var second = page("page", 2, first.next(), false);

        assertThat(first.items()).containsExactly("Page 1", "Page 2");
        assertThat(second.items()).containsExactly("Page 3", "Page 4");
    }

    @Test
    void anotherFirmsWordsFindNothing() {
        var stranger = TestCallers.accountant(TestCallers.newFirm());

        assertThat(run(stranger, "number", "mona", 50, null, true)).isEqualTo(new Page<>(List.of(), null, 0L));
    }

    /** Whatever the letter, the database takes the words apart as the code does that asks for them. */
    @Test
    void databaseAndCodeTakeTheSameWords() throws SQLException {
        try (var connection = database.asOwner();
                var ask = connection.prepareStatement("SELECT rems_words(?)")) {
            for (int block = 1; block < 0x3000; block += 16) {
                var text = new StringBuilder("q");
                for (int letter = block; letter < block + 16; letter++) {
                    text.append(Character.isValidCodePoint(letter) ? Character.toString(letter) : "");
                }
                ask.setString(1, text.toString());
                try (var rows = ask.executeQuery()) {
                    rows.next();
                    var words =
                            new ArrayList<>(List.of((String[]) rows.getArray(1).getArray()));
                    assertThat(words).as("%x", block).containsAll(SearchWords.of(text.toString()));
                }
            }
        }
    }

    private List<String> found(String q) {
        return found(q, 50);
    }

    private List<String> found(String q, int limit) {
        return page(q, limit, null, false).items();
    }

    private List<String> found(String sort, String q, int limit) {
        return run(caller, sort, q, limit, null, false).items();
    }

    private long total(String q) {
        return Objects.requireNonNull(page(q, 1, null, true).total());
    }

    private Page<String> page(String q, int limit, @Nullable String cursor, boolean count) {
        return run(caller, "number", q, limit, cursor, count);
    }

    private Page<String> run(Caller by, String sort, String q, int limit, @Nullable String cursor, boolean count) {
        var parameters = new LinkedMultiValueMap<String, String>();
        parameters.add("sort", sort);
        parameters.add("q", q);
        parameters.add("limit", String.valueOf(limit));
        parameters.add("count", String.valueOf(count));
        if (cursor != null) {
            parameters.add("cursor", cursor);
        }
        return Objects.requireNonNull(Mono.defer(() -> listing()
                        .page(
                                ListQuery.read(parameters),
                                row -> Objects.requireNonNull(row.get("number", String.class))))
                .contextWrite(context -> CurrentCaller.with(context, by))
                .block(BOUND));
    }

    private Listing listing() {
        return Listing.of(sql, "SELECT id, number COLLATE \"C\" AS number FROM invoice WHERE firm_id = :firm")
                .sortable("number", "number", String.class)
                .searchable(new WordIndex("invoice_word", "invoice_id", "id"))
                .orderedBy("number");
    }

    /** So many, each with the number that the expression makes of {@code n}. */
    private void add(String number, int many) throws SQLException {
        try (var connection = database.asApp(caller.firm());
                var statement = connection.createStatement()) {
            statement.execute("""
                    WITH made AS (
                        INSERT INTO invoice (firm_id, id, number, amount)
                        SELECT '%s', gen_random_uuid(), %s, 1 FROM generate_series(1, %d) n RETURNING firm_id, id, number)
                    INSERT INTO invoice_word SELECT firm_id, id, unnest(rems_words(number)) FROM made""".formatted(caller.firm(), number, many));
        }
    }
}
