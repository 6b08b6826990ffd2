package io.rems.approval;

import static io.rems.approval.TestFirm.newOwner;
import static io.rems.approval.TestFirm.part;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rems.platform.Identifiers;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.TestEvents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Quotes and bills. */
@ApprovalServiceTest
class AttachmentTest {

    private static final String ATTACHMENTS = "/api/v1/expenses/{expense}/attachments";

    @Autowired
    TestFirms firms;

    @Autowired
    TestEvents events;

    TestFirm firm;
    UUID fatima = newOwner();
    UUID property;
    UUID draft;

    @BeforeEach
    void openFirm() {
        firm = firms.open();
        property = firm.property(part(fatima, "1/1"));
        draft = firm.add("/api/v1/expenses", firm.expense(property, "4500.000"));
    }

    @Test
    void whoSeesTheExpenseGetsItsPapersAsTheyWereSent() {
        var bytes = pdf(1_000_000);
        var id = added(draft, bytes);
        firm.accountant()
                .command("/api/v1/expenses/{id}/submission", draft)
                .expectStatus()
                .isOk();

        var answer = patient(firm.owner(fatima))
                .get(ATTACHMENTS + "/{id}/content", draft, id)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PDF)
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .value(
                        "Content-Disposition",
                        header -> assertThat(header)
                                .startsWith("attachment;")
                                .contains("filename*=UTF-8''Angebot%20%D8%B9%D8%B1%D8%B6.pdf"))
                .expectBody()
                .returnResult();

        assertThat(answer.getResponseBody()).isEqualTo(bytes);
        firm.owner(fatima)
                .get(ATTACHMENTS, draft)
                .expectBody()
                .jsonPath("$.items[0].mediaType")
                .isEqualTo("application/pdf")
                .jsonPath("$.items[0].size")
                .isEqualTo(1_000_000);
        firm.owner(newOwner()).get(ATTACHMENTS, draft).expectStatus().isNotFound();
        firm.owner(newOwner())
                .get(ATTACHMENTS + "/{id}/content", draft, id)
                .expectStatus()
                .isNotFound();
        events.await("rems.approval.AttachmentAdded.v1", id);
    }

    @Test
    void theBytesCountAndNotWhatTheyAreCalled() {
        var page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);

        Answers.refused(send(firm.accountant(), draft, page), HttpStatus.UNSUPPORTED_MEDIA_TYPE, "UNSUPPORTED_MEDIA");
        Answers.refused(
                send(firm.accountant(), draft, new byte[0]), HttpStatus.UNSUPPORTED_MEDIA_TYPE, "UNSUPPORTED_MEDIA");
        Answers.refused(
                send(firm.accountant(), draft, pdf(8 * 1024 * 1024 + 1)), HttpStatus.CONTENT_TOO_LARGE, "TOO_LARGE");
        assertThat(Answers.json(firm.accountant().get(ATTACHMENTS, draft)).path("items"))
                .isEmpty();
    }

    @Test
    void browsersSendThemInAForm() throws Exception {
        var bytes = pdf(600_000);
        var before = inTheWay();

        form(new Field("kind", "BILL"), new Sent("file", "scan 1.pdf", bytes), new Field("name", "Bill 77.pdf"))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("Bill 77.pdf")
                .jsonPath("$.kind")
                .isEqualTo("BILL")
                .jsonPath("$.size")
                .isEqualTo(600_000)
                .jsonPath("$.sha256")
                .isEqualTo(sha256(bytes));
        form(new Sent("file", "scan 2.pdf", pdf(700)))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("scan 2.pdf");

        var id = Answers.ids(firm.accountant().get(ATTACHMENTS, draft), "id").getFirst();
        assertThat(patient(firm.accountant())
                        .get(ATTACHMENTS + "/{id}/content", draft, id)
                        .expectBody()
                        .returnResult()
                        .getResponseBody())
                .isEqualTo(bytes);
        assertThat(inTheWay()).isEqualTo(before);
    }

    @Test
    void aFormIsReadStrictlyAndLeavesNothingBehind() throws Exception {
        var before = inTheWay();

        Answers.invalid(form(new Field("name", "a.pdf")), "file", "REQUIRED");
        Answers.invalid(form(new Sent("picture", "a.pdf", pdf(700))), "file", "ONE_FILE");
        Answers.invalid(
                form(new Sent("file", "a.pdf", pdf(700)), new Sent("file", "b.pdf", pdf(800))), "file", "ONE_FILE");
        Answers.invalid(form(new Sent("file", "a.pdf", pdf(700)), new Field("size", "7")), "size", "UNKNOWN");
        Answers.invalid(form(new Sent("file", "a.pdf", pdf(700)), new Field("kind", "POEM")), "kind", "MALFORMED");
        Answers.refused(
                form(new Sent("file", "a.pdf", pdf(8 * 1024 * 1024 + 1))), HttpStatus.CONTENT_TOO_LARGE, "TOO_LARGE");
        Answers.refused(
                form(new Sent("file", "a.pdf", "<html>".getBytes(StandardCharsets.UTF_8))),
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "UNSUPPORTED_MEDIA");

        assertThat(Answers.json(firm.accountant().get(ATTACHMENTS, draft)).path("items"))
                .isEmpty();
        await().atMost(Duration.ofSeconds(10)).until(() -> inTheWay().equals(before));
    }

    @Test
    void whatIsSentTwiceAtOnceIsThereOnce() throws Exception {
        var bytes = pdf(2_000);
        Callable<UUID> sent = () -> added(draft, bytes);

        try (var threads = Executors.newFixedThreadPool(2)) {
            var ids = threads.invokeAll(List.of(sent, sent)).stream()
                    .map(answer -> answer.resultNow())
                    .distinct()
                    .toList();
            assertThat(ids).hasSize(1);
        }
        assertThat(Answers.json(firm.accountant().get(ATTACHMENTS, draft)).path("items"))
                .hasSize(1);
    }

    /** The client makes up another boundary each time. */
    @Test
    void aFormThatIsSentAgainIsAnsweredAsTheFirstTime() {
        var key = Identifiers.next().toString();
        Part[] parts = {new Field("kind", "BILL"), new Sent("file", "scan 1.pdf", pdf(2_000))};

        var first = Answers.json(form(key, parts));
        var second = form(key, parts);
        second.expectStatus().isCreated().expectHeader().valueEquals("Idempotency-Replayed", "true");

        assertThat(Answers.json(second)).isEqualTo(first);
        Answers.refused(
                form(key, parts[0], new Sent("file", "scan 1.pdf", pdf(2_001))),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "IDEMPOTENCY_KEY_REUSED");
        assertThat(Answers.ids(firm.accountant().get(ATTACHMENTS, draft), "id")).hasSize(1);
    }

    @Test
    void papersAreTakenAwayFromDraftsOnly() {
        var wrong = added(draft, pdf(2_000));
        var right = added(draft, pdf(3_000));

        remove(firm.accountant(), wrong).expectStatus().isNoContent();
        remove(firm.accountant(), wrong).expectStatus().isNotFound();
        events.await("rems.approval.AttachmentRemoved.v1", wrong);
        firm.accountant()
                .command("/api/v1/expenses/{id}/submission", draft)
                .expectStatus()
                .isOk();

        Answers.refused(remove(firm.accountant(), right), "EXPENSE_LOCKED");
        added(draft, pdf(4_000));
        assertThat(Answers.json(firm.accountant().get("/api/v1/expenses/{id}/timeline", draft))
                        .path("entries")
                        .findValuesAsString("event"))
                .startsWith("ExpenseRecorded", "AttachmentAdded", "AttachmentAdded", "AttachmentRemoved")
                .endsWith("AttachmentAdded");
        assertThat(Answers.ids(firm.accountant().get("/api/v1/expenses?hasAttachment=true"), "id"))
                .containsExactly(draft);
    }

    @Test
    void aDraftGoesWithItsPapers() {
        added(draft, pdf(2_000));

        firm.accountant()
                .delete("/api/v1/expenses/{id}", 1, draft)
                .expectStatus()
                .isNoContent();

        firm.accountant().get(ATTACHMENTS, draft).expectStatus().isNotFound();
    }

    @Test
    void anotherFirmFindsNone() {
        var id = added(draft, pdf(2_000));
        var foreign = firms.open().accountant();

        send(foreign, draft, pdf(2_000)).expectStatus().isNotFound();
        foreign.get(ATTACHMENTS + "/{id}/content", draft, id).expectStatus().isNotFound();
        remove(foreign, id).expectStatus().isNotFound();
        firm.accountant()
                .get(ATTACHMENTS + "/{id}/content", draft, Identifiers.next())
                .expectStatus()
                .isNotFound();
    }

    private sealed interface Part {}

    private record Field(String name, String value) implements Part {}

    private record Sent(String name, String filename, byte[] bytes) implements Part {}

    private ResponseSpec form(Part... parts) {
        return form(Identifiers.next().toString(), parts);
    }

    private ResponseSpec form(String key, Part... parts) {
        var form = new MultipartBodyBuilder();
        for (var part : parts) {
            switch (part) {
                case Field(var name, var value) -> form.part(name, value);
                case Sent(var name, var filename, var bytes) ->
                    form.part(name, bytes).filename(filename);
            }
        }
        return firm.accountant()
                .client()
                .post()
                .uri(ATTACHMENTS, draft)
                .header("Idempotency-Key", key)
                .bodyValue(form.build())
                .exchange();
    }

    /** What has come in and is neither kept nor thrown away yet. */
    private static Set<String> inTheWay() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("rems-attachment-"))
                    .collect(Collectors.toSet());
        }
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private UUID added(UUID expense, byte[] bytes) {
        var answer = send(firm.accountant(), expense, bytes)
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult();
        return UUID.fromString(
                String.valueOf(requireNonNull(answer.getResponseBody()).get("id")));
    }

    private static ResponseSpec send(RemsHttp.AsCaller caller, UUID expense, byte[] bytes) {
        return caller.client()
                .post()
                .uri(ATTACHMENTS + "?kind=QUOTE&name={name}", expense, "Angebot عرض.pdf")
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue(bytes)
                .exchange();
    }

    private ResponseSpec remove(RemsHttp.AsCaller caller, UUID id) {
        return caller.client().delete().uri(ATTACHMENTS + "/{id}", draft, id).exchange();
    }

    /** Who takes files of some size. */
    private static RemsHttp.AsCaller patient(RemsHttp.AsCaller caller) {
        return new RemsHttp.AsCaller(caller.client()
                .mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(-1))
                .build());
    }

    /** Of as many bytes, none of which a reader could foresee. */
    private static byte[] pdf(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        var head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, bytes, 0, head.length);
        return Arrays.copyOf(bytes, size);
    }
}
