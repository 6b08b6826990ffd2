package io.rems.approval.attachment;

import io.rems.platform.problem.Problem;
import io.rems.platform.problem.ProblemException;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/**
 * What may be attached.
 *
 * @param largest one file; it is on disk until it is checked
 * @param types media types, by the bytes
 */
@ConfigurationProperties("rems.approval.attachments")
record AttachmentSettings(
        @DefaultValue("8MB") DataSize largest,

        @DefaultValue({"application/pdf", "image/png", "image/jpeg", "image/webp", "image/heic", "image/tiff"})
        Set<String> types) {

    /** @throws ProblemException if its bytes are of no type that is taken */
    Received accepted(Received file) {
        if (file.size() == 0 || !types.contains(file.mediaType())) {
            throw new ProblemException(Problem.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "UNSUPPORTED_MEDIA",
                    "The file is of none of the types that are taken: " + String.join(", ", new TreeSet<>(types))
                            + "."));
        }
        return file;
    }
}
