package io.rems.firm.logo;

import io.rems.firm.logo.PictureFormat.Size;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.problem.Problem;
import io.rems.platform.problem.ProblemException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.HttpStatus;

/** A picture that stands for a firm. */
record Logo(String mediaType, byte[] content, String tag) {
    static final int LARGEST = 512 * 1024;
    private static final int LEAST = 16;
    private static final int MOST = 4096;

    /** @throws ProblemException if it is no picture that may be a logo */
    static Logo of(byte[] content) {
        var found = PictureFormat.of(content).orElseThrow(Logo::unsupported);
        if (outOfRange(found.size())) {
            throw new InvalidRequest(
                    "logo", "OUT_OF_RANGE", "must have from " + LEAST + " to " + MOST + " pixels in width and height");
        }
        return new Logo(found.format().mediaType(), content, digest(content));
    }

    String fileName() {
        return "logo." + mediaType.substring("image/".length());
    }

    private static boolean outOfRange(Size size) {
        return Math.min(size.width(), size.height()) < LEAST || Math.max(size.width(), size.height()) > MOST;
    }

    private static ProblemException unsupported() {
        return new ProblemException(Problem.of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE, "UNSUPPORTED_MEDIA", "Send a picture that is PNG, JPEG or WebP."));
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK knows SHA-256", e);
        }
    }
}
