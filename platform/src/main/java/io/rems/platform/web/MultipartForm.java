package io.rems.platform.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * A form apart from its boundary, which a client makes up anew whenever it sends the same again.
 *
 * @param atOnce whether it begins with a boundary, without an empty line before it
 * @param pieces what stands between the boundaries, and before and after them
 */
record MultipartForm(boolean atOnce, List<Piece> pieces) {

    /** As RFC 2046 has it. */
    private static final Pattern SOUND_BOUNDARY =
            Pattern.compile("[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]");

    record Piece(byte[] body, int from, int to) {}

    /** @return absent where it is none, or one without a boundary of which it is made */
    static @Nullable MultipartForm of(@Nullable String contentType, byte[] body) {
        var boundary = boundary(contentType);
        if (boundary == null) {
            return null;
        }
        var delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
        var atOnce = startsWith(body, 0, delimiter, 2);
        var pieces = new ArrayList<Piece>();
        var from = atOnce ? delimiter.length - 2 : 0;
        for (var place = from; place < body.length; place++) {
            if (startsWith(body, place, delimiter, 0)) {
                pieces.add(new Piece(body, from, place));
                from = place + delimiter.length;
                place = from - 1;
            }
        }
        pieces.add(new Piece(body, from, body.length));
        return atOnce || pieces.size() > 1 ? new MultipartForm(atOnce, pieces) : null;
    }

    /** With the length of each piece before it, so that none reads like the end of another. */
    void into(MessageDigest digest) {
        digest.update((byte) (atOnce ? 1 : 0));
        for (var piece : pieces) {
            var length = piece.to - piece.from;
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
            digest.update(piece.body, piece.from, length);
        }
    }

    private static @Nullable String boundary(@Nullable String contentType) {
        try {
            var type = contentType == null ? null : MediaType.parseMediaType(contentType);
            if (type == null || !type.equalsTypeAndSubtype(MediaType.MULTIPART_FORM_DATA)) {
                return null;
            }
            var given = type.getParameter("boundary");
            var boundary = given == null ? "" : given.replaceAll("^\"|\"$", "");
            return SOUND_BOUNDARY.matcher(boundary).matches() ? boundary : null;
        } catch (InvalidMediaTypeException _) {
            return null;
        }
    }

    /** @param skipped how much of the delimiter is not looked for */
    private static boolean startsWith(byte[] body, int place, byte[] delimiter, int skipped) {
        var end = place + delimiter.length - skipped;
        return end <= body.length && Arrays.equals(body, place, end, delimiter, skipped, delimiter.length);
    }
}
