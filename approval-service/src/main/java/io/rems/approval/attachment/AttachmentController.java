package io.rems.approval.attachment;

import io.rems.approval.expense.ExpenseViews;
import io.rems.platform.Identifiers;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.problem.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The papers of an expense, for whoever sees it. What a client says of a file's type does not matter. */
@RestController
@RequestMapping("/api/v1/expenses/{expenseId}/attachments")
@EnableConfigurationProperties(AttachmentSettings.class)
class AttachmentController {

    private static final String NOTHING_THAT_RUNS = "default-src 'none'; sandbox";

    private final KeepAttachments keepAttachments;
    private final R2dbcAttachments attachments;
    private final Contents contents;
    private final ExpenseViews expenses;
    private final AttachmentSettings settings;
    private final Clock clock;

    AttachmentController(
            KeepAttachments keepAttachments,
            R2dbcAttachments attachments,
            Contents contents,
            ExpenseViews expenses,
            AttachmentSettings settings,
            Clock clock) {
        this.keepAttachments = keepAttachments;
        this.attachments = attachments;
        this.contents = contents;
        this.expenses = expenses;
        this.settings = settings;
        this.clock = clock;
    }

    record Attachments(List<Attachment> items) {}

    /** The form, for its description. */
    record FormBody(
            @NotNull @Schema(type = "string", format = "binary")
            String file,

            @Nullable String name,
            @Nullable AttachmentKind kind) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @RequiresPermission(Permission.EXPENSE_WRITE)
    @Operation(
            description =
                    "The body is the file itself, or a form with it as the part `file` and perhaps the fields `name` and"
                            + " `kind`. What the address says goes first; a name must come from somewhere. 413 `TOO_LARGE`, 415"
                            + " `UNSUPPORTED_MEDIA` by its bytes, 409 `EXPENSE_LOCKED` once the expense is void. Bytes that are"
                            + " attached already are answered with what is there.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = "application/octet-stream",
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = "multipart/form-data",
                                        schema = @Schema(implementation = FormBody.class))
                            }))
    Mono<Attachment> add(
            @PathVariable UUID expenseId,
            @RequestParam(required = false) @Nullable @Size(max = 200) String name,
            @RequestParam(required = false) @Nullable AttachmentKind kind,
            ServerHttpRequest request,
            Caller caller) {
        return expenses.find(expenseId, caller)
                .switchIfEmpty(absent("expense", expenseId))
                .then(Mono.defer(() -> Mono.usingWhen(
                        Upload.of(request, settings.largest()),
                        upload -> keepAttachments.add(attachment(expenseId, name, kind, upload, caller), upload.file()),
                        upload -> upload.file().discard())));
    }

    @GetMapping
    @RequiresPermission(Permission.EXPENSE_READ)
    Mono<Attachments> list(@PathVariable UUID expenseId, Caller caller) {
        return expenses.find(expenseId, caller)
                .switchIfEmpty(absent("expense", expenseId))
                .flatMap(_ -> attachments.of(expenseId))
                .map(Attachments::new);
    }

    @GetMapping("/{id}/content")
    @RequiresPermission(Permission.EXPENSE_READ)
    @ApiResponse(
            responseCode = "200",
            description = "The file, to be saved and not to be shown",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    Mono<ResponseEntity<Flux<DataBuffer>>> content(@PathVariable UUID expenseId, @PathVariable UUID id, Caller caller) {
        return expenses.find(expenseId, caller)
                .flatMap(_ -> attachments.find(expenseId, id))
                .switchIfEmpty(absent("attachment", id))
                .map(this::download);
    }

    @DeleteMapping("/{id}")
    @RequiresPermission(Permission.EXPENSE_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(@PathVariable UUID expenseId, @PathVariable UUID id) {
        return keepAttachments.remove(expenseId, id);
    }

    private Attachment attachment(
            UUID expense, @Nullable String name, @Nullable AttachmentKind kind, Upload upload, Caller caller) {
        var file = settings.accepted(upload.file());
        return new Attachment(
                Identifiers.next(),
                expense,
                upload.kind(kind),
                upload.name(name),
                file.mediaType(),
                file.size(),
                file.sha256(),
                caller.actor().id(),
                clock.instant());
    }

    private ResponseEntity<Flux<DataBuffer>> download(Attachment attachment) {
        var saved = ContentDisposition.attachment()
                .filename(attachment.name(), StandardCharsets.UTF_8)
                .build();
        Flux<DataBuffer> parts =
                contents.get(attachment.id(), attachment.size()).map(DefaultDataBufferFactory.sharedInstance::wrap);
        return ResponseEntity.ok()
                .eTag('"' + attachment.sha256() + '"')
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(attachment.mediaType()))
                .contentLength(attachment.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", NOTHING_THAT_RUNS)
                .body(parts);
    }

    private static <T> Mono<T> absent(String what, UUID id) {
        return Mono.error(() -> new NotFound(what, id));
    }
}
