package io.rems.approval.attachment;

import io.rems.platform.problem.Problem;
import io.rems.platform.problem.ProblemException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.apache.tika.Tika;
import org.springframework.http.HttpStatus;

/** A file that was sent, looked at. */
record Paper(byte[] content, String mediaType, String sha256) {

    private static final Tika TIKA = new Tika();

    /** @throws ProblemException if its bytes are of no type that is taken */
    static Paper of(byte[] content, Set<String> types) {
        var mediaType = TIKA.detect(content);
        if (content.length == 0 || !types.contains(mediaType)) {
            throw new ProblemException(Problem.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "UNSUPPORTED_MEDIA",
                    "The file is of none of the types that are taken: " + String.join(", ", new TreeSet<>(types))
                            + "."));
        }
        return new Paper(content, mediaType, digest(content));
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK knows SHA-256", e);
        }
    }
}
