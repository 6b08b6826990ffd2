package io.rems.platform.test.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rems.platform.Identifiers;
import io.rems.platform.Money;
import io.rems.platform.PlatformTestApplication.Counted;
import io.rems.platform.PlatformTestApplication.Note;
import io.rems.platform.events.Message;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventDocsTest {
    private static final String BILLED = "rems.platform.Billed.v1";
    private static final JsonMapper JSON = JsonMapper.shared();

    enum Kind {
        RENT,
        FEE
    }

    enum MoreKinds {
        RENT,
        FEE,
        FINE
    }

    enum FewerKinds {
        FEE
    }

    record Line(Kind kind, Money amount) {}

    record Billed(
            UUID billId,

            @Schema(description = "As printed", example = "2026-17")
            String number,

            LocalDate due,
            @Nullable Instant sentAt,
            List<Line> lines) {}

    record LineWithMoreKinds(MoreKinds kind, Money amount, boolean taxed) {}

    record BilledAndMore(
            UUID billId,
            String number,
            LocalDate due,
            @Nullable Instant sentAt,
            List<LineWithMoreKinds> lines,
            String currency) {}

    record OtherLine(FewerKinds kind, String amount) {}

    record BilledOtherwise(
            UUID billId,
            LocalDate number,
            @Nullable LocalDate due,
            @Nullable Instant sentAt,
            List<OtherLine> lines) {}

    record Head(String number, @Nullable Instant sentAt) {}

    record BilledFlat(UUID billId, @JsonUnwrapped Head head, LocalDate due) {}

    record Undeclared(UUID noteId) {}

    @TempDir
    Path folder;

    private void documented(Class<?> data, boolean write) throws IOException {
        var billed = new EventType(BILLED, "bill", "A bill was written.", data);
        new EventDocs("platform", List.of(billed), List.of(), folder, write).areTheDocumentedOnes();
    }

    private JsonNode file(String name) throws IOException {
        return JSON.readTree(Files.readString(folder.resolve(name)));
    }

    @Test
    void partsWithoutALevelOfTheirOwnStandWhereTheyAre() {
        var billed = new EventType(BILLED, "bill", "A bill was written.", BilledFlat.class);

        JsonNode schema = EventSchemas.exact().of(billed);

        assertThat(schema.at("/properties").propertyNames()).containsExactly("billId", "number", "sentAt", "due");
        assertThat(schema.at("/required").valueStream().map(JsonNode::asString))
                .containsExactly("billId", "number", "sentAt", "due");
        var written = JSON.valueToTree(
                new BilledFlat(Identifiers.next(), new Head("2026-17", null), LocalDate.parse("2026-11-30")));
        assertThat(PublishedForm.violations(schema, written)).isEmpty();
    }

    @Test
    void aSchemaSaysWhatTheRecordIs() throws IOException {
        documented(Billed.class, true);

        JsonNode schema = file("platform/Billed.v1.schema.json");
        assertThat(schema.at("/properties").propertyNames())
                .containsExactly("billId", "number", "due", "sentAt", "lines");
        assertThat(schema.at("/required")).hasSize(5);
        assertThat(schema.at("/properties/billId/format").asString()).isEqualTo("uuid");
        assertThat(schema.at("/properties/number/description").asString()).isEqualTo("As printed");
        assertThat(schema.at("/properties/due/format").asString()).isEqualTo("date");
        assertThat(schema.at("/properties/sentAt/type")).hasToString("[\"string\",\"null\"]");
        assertThat(schema.at("/properties/sentAt/format").asString()).isEqualTo("date-time");
        assertThat(schema.at("/properties/lines/items/properties/kind/enum")).hasToString("[\"RENT\",\"FEE\"]");
        assertThat(schema.at("/properties/lines/items/properties/amount/required"))
                .hasSize(2);
        JsonNode message = file("platform.asyncapi.json").at("/components/messages/Billed.v1");
        assertThat(message.at("/name").asString()).isEqualTo(BILLED);
        assertThat(message.at("/examples/0/payload/number").asString()).isEqualTo("2026-17");
    }

    @Test
    void whatTheCodeSaysOtherwiseThanTheFilesFails() throws IOException {
        assertThatThrownBy(() -> documented(Billed.class, false)).hasMessageContaining("-Drems.events=write");
        documented(Billed.class, true);

        assertThatCode(() -> documented(Billed.class, false)).doesNotThrowAnyException();
        assertThatThrownBy(() -> documented(BilledAndMore.class, false)).hasMessageContaining("-Drems.events=write");
    }

    @Test
    void aSchemaMayGrowButRequiresNothingThatOlderEventsLack() throws IOException {
        documented(Billed.class, true);

        documented(BilledAndMore.class, true);
        documented(BilledAndMore.class, false);

        JsonNode schema = file("platform/Billed.v1.schema.json");
        assertThat(schema.at("/properties/currency/type").asString()).isEqualTo("string");
        assertThat(schema.at("/required")).hasSize(5);
        assertThat(schema.at("/properties/lines/items/required")).hasSize(2);
    }

    @Test
    void whatConsumersCouldStumbleOverIsRefusedEvenWhenWriting() throws IOException {
        documented(Billed.class, true);

        assertThatThrownBy(() -> documented(BilledOtherwise.class, true))
                .hasMessageContaining("/number: format")
                .hasMessageContaining("/due: type")
                .hasMessageContaining("/lines/items/amount: type")
                .hasMessageContaining("the value \"RENT\" is gone");
        assertThatThrownBy(() -> documented(Line.class, true)).hasMessageContaining("billId is gone");
        assertThatThrownBy(() -> new EventDocs("platform", List.of(), List.of(), folder, true).areTheDocumentedOnes())
                .hasMessageContaining("no longer published");
    }

    @Test
    void whatOthersCanAskForIsDescribedWithTheTopicWhereTheyAsk() throws IOException {
        var billed = new EventType(BILLED, "bill", "A bill was written.", Billed.class);
        var asked = new EventType("rems.tenant.BillAsked.v1", "lease", "Writes a bill.", Note.class);

        new EventDocs("platform", List.of(billed), List.of(asked), folder, true).areTheDocumentedOnes();

        JsonNode api = file("platform.asyncapi.json");
        assertThat(api.at("/operations/receiveFromTenant/action").asString()).isEqualTo("receive");
        assertThat(api.at("/channels/tenant/address").asString()).isEqualTo("rems.tenant.events");
        assertThat(api.at("/channels/tenant/messages").propertyNames()).containsExactly("BillAsked.v1");
        assertThat(api.at("/channels/events/messages").propertyNames()).containsExactly("Billed.v1");
        assertThat(file("platform/awaited/BillAsked.v1.schema.json").at("/required"))
                .isNotEmpty();
        assertThatThrownBy(() -> documented(Billed.class, true)).hasMessageContaining("BillAsked");
    }

    @Test
    void nothingIsPublishedThatIsNotDeclared() {
        var check = new PublishedForm("platform", JSON);
        UUID id = Identifiers.next();

        assertThatCode(() -> publish(check, Message.of(id, 1, new Counted(1)))).doesNotThrowAnyException();
        assertThatThrownBy(() -> publish(check, new Message("rems.platform.Told.v1", id, 1, new Undeclared(id))))
                .hasMessageContaining("@PublishedEvent");
        assertThatThrownBy(() -> publish(check, new Message("rems.platform.Counted.v1", id, 1, new Note(id, "x"))))
                .hasMessageContaining("@PublishedEvent");
        assertThatThrownBy(() -> Message.of(id, 1, new Line(Kind.RENT, Money.of("1.000", "KWD"))))
                .hasMessageContaining("declares 0 types");
    }

    @Test
    void nothingIsPublishedOtherwiseThanDeclared() {
        var check = new PublishedForm("platform", JSON);
        Message message = Message.of(Identifiers.next(), 1, new Counted(1));

        assertThatThrownBy(() -> check.check(message, "{}")).hasMessageContaining("'v'");
        assertThatThrownBy(() -> check.check(message, "{\"v\": \"one\"}")).hasMessageContaining("integer");
        assertThatThrownBy(() -> check.check(message, "{\"v\": 1, \"w\": 2}")).hasMessageContaining("'w'");
    }

    private static void publish(PublishedForm check, Message message) {
        check.check(message, JSON.writeValueAsString(message.data()));
    }
}
