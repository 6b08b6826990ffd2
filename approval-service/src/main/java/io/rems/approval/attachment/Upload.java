package io.rems.approval.attachment;

import io.rems.platform.problem.InvalidRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;

/**
 * A file and what the body that brought it says of it: the body is the file itself, or a form with the file in it.
 *
 * @param name absent where the body says none
 */
record Upload(@Nullable String name, @Nullable AttachmentKind kind, Received file) {

    private static final int LONGEST_NAME = 200;

    /** The file is the caller's to discard. */
    static Mono<Upload> of(ServerHttpRequest request, DataSize largest) {
        return MediaType.MULTIPART_FORM_DATA.equalsTypeAndSubtype(
                        request.getHeaders().getContentType())
                ? UploadForm.read(request, largest)
                : Received.of(request.getBody(), largest).map(file -> new Upload(null, null, file));
    }

    /** What the address says goes first. */
    AttachmentKind kind(@Nullable AttachmentKind asked) {
        var said = asked == null ? kind : asked;
        return said == null ? AttachmentKind.OTHER : said;
    }

    /** What the address says goes first; fails where nobody says anything. */
    String name(@Nullable String asked) {
        var found = asked == null || asked.isBlank() ? name : asked;
        if (found == null || found.isBlank()) {
            throw new InvalidRequest("name", "REQUIRED", "must be given");
        }
        if (found.length() > LONGEST_NAME) {
            throw new InvalidRequest("name", "TOO_LONG", "has at most " + LONGEST_NAME + " characters");
        }
        return found;
    }
}
