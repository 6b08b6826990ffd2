package io.rems.approval.attachment;

import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.problem.ProblemException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.FormPartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.codec.multipart.PartEventHttpMessageReader;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A form as browsers send it, read as it comes in: the part {@code file}, and the fields {@code name} and {@code kind}
 * before or after it. Without a name the file goes by the one that it has with the sender.
 */
final class UploadForm {

    private static final String FILE = "file";
    private static final ResolvableType EVENT = ResolvableType.forClass(PartEvent.class);
    private static final PartEventHttpMessageReader EVENTS = new PartEventHttpMessageReader();

    private final DataSize largest;
    private @Nullable String name;
    private @Nullable String filename;
    private @Nullable AttachmentKind kind;
    private @Nullable Received file;
    private @Nullable ProblemException problem;

    private UploadForm(DataSize largest) {
        this.largest = largest;
    }

    static Mono<Upload> read(ServerHttpRequest request, DataSize largest) {
        return Mono.usingWhen(
                Mono.fromSupplier(() -> new UploadForm(largest)),
                form -> form.parts(EVENTS.read(EVENT, request, Map.of())).then(Mono.fromSupplier(form::upload)),
                _ -> Mono.empty(),
                (form, _) -> form.discard(),
                UploadForm::discard);
    }

    private Mono<Void> parts(Flux<PartEvent> events) {
        return events.windowUntil(PartEvent::isLast)
                .concatMap(part -> part.switchOnFirst((first, rest) -> part(first.get(), rest)))
                .then();
    }

    private Mono<Void> part(@Nullable PartEvent first, Flux<PartEvent> rest) {
        return switch (first) {
            case FormPartEvent field -> rest.doOnNext(_ -> take(field)).then();
            case FilePartEvent sent
            when sent.name().equals(FILE) && file == null ->
                Received.of(rest.map(PartEvent::content), largest)
                        .doOnNext(received -> take(received, sent.filename()))
                        .onErrorResume(ProblemException.class, this::refuse)
                        .then();
            case null -> Mono.empty();
            default ->
                rest.doOnNext(event -> DataBufferUtils.release(event.content()))
                        .then(refuse(new InvalidRequest(
                                FILE, "ONE_FILE", "is one part that is called file, with the file in it")));
        };
    }

    private void take(FormPartEvent field) {
        switch (field.name()) {
            case "name" -> name = field.value();
            case "kind" -> takeKind(field.value());
            default -> note(new InvalidRequest(field.name(), "UNKNOWN", "is no field of this form"));
        }
    }

    private void takeKind(String value) {
        try {
            kind = InvalidRequest.unless("kind", () -> AttachmentKind.valueOf(value));
        } catch (InvalidRequest refused) {
            note(refused);
        }
    }

    /** The rest is read all the same: whoever is cut off while he is sending does not hear why. */
    private <T> Mono<T> refuse(ProblemException refused) {
        return Mono.fromRunnable(() -> note(refused));
    }

    private void note(ProblemException refused) {
        problem = problem == null ? refused : problem;
    }

    private void take(Received received, String sentAs) {
        file = received;
        filename = sentAs;
    }

    private Upload upload() {
        if (problem != null) {
            throw problem;
        }
        if (file == null) {
            throw new InvalidRequest(FILE, "REQUIRED", "is missing");
        }
        return new Upload(name == null ? filename : name, kind, file);
    }

    private Mono<Void> discard() {
        return file == null ? Mono.empty() : file.discard();
    }
}
