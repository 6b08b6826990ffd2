package io.rems.local.imports;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The text of a CSV file: UTF-8, with or without the byte order mark that spreadsheets write. */
final class CsvText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvText() {}

    /** @throws Malformed if it is another encoding */
    static String of(byte[] bytes) {
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            throw new Malformed(1, "is UTF-16; save the file as UTF-8");
        }
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        var result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        var text = out.flip().toString();
        if (result.isError()) {
            throw new Malformed(text.lines().count(), "is not UTF-8; save the file as UTF-8");
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    /** What makes a file unreadable from a line on. */
    static final class Malformed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final long line;

        Malformed(long line, String reason) {
            super(reason);
            this.line = Math.max(1, line);
        }

        Refusal in(String file) {
            return new Refusal(file, line, null, String.valueOf(getMessage()));
        }
    }
}
