package io.rems.firm.logo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pictures that a logo may be, each known by its first bytes. SVG is none of them: it can carry scripts. */
enum PictureFormat {
    PNG("image/png") {
        @Override
        @Nullable
        Size sizeOf(ByteBuffer bytes) {
            boolean is = bytes.getLong(0) == 0x89504E470D0A1A0AL && bytes.getInt(12) == text("IHDR");
            return is ? new Size(bytes.getInt(16), bytes.getInt(20)) : null;
        }
    },
    JPEG("image/jpeg") {
        @Override
        @Nullable
        Size sizeOf(ByteBuffer bytes) {
            int at = 2;
            if (bytes.getShort(0) != (short) 0xFFD8) {
                return null;
            }
            while (bytes.get(at) == (byte) 0xFF) {
                int marker = bytes.get(at + 1) & 0xFF;
                if (isStartOfFrame(marker)) {
                    return new Size(bytes.getShort(at + 7) & 0xFFFF, bytes.getShort(at + 5) & 0xFFFF);
                }
                at += marker == 0xFF ? 1 : 2 + (bytes.getShort(at + 2) & 0xFFFF);
            }
            return null;
        }
    },
    WEBP("image/webp") {
        @Override
        @Nullable
        Size sizeOf(ByteBuffer bytes) {
            if (bytes.getInt(0) != text("RIFF") || bytes.getInt(8) != text("WEBP")) {
                return null;
            }
            int kind = bytes.getInt(12);
            ByteBuffer little = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
            if (kind == text("VP8X")) {
                return new Size(1 + (little.getInt(24) & 0xFFFFFF), 1 + (little.getInt(26) >>> 8));
            }
            if (kind == text("VP8L")) {
                int bits = little.getInt(21);
                return new Size(1 + (bits & 0x3FFF), 1 + (bits >>> 14 & 0x3FFF));
            }
            return kind == text("VP8 ") ? new Size(little.getShort(26) & 0x3FFF, little.getShort(28) & 0x3FFF) : null;
        }
    };

    private final String mediaType;

    /** In pixels. */
    record Size(int width, int height) {}

    /** A format and the size that the picture itself says it has. */
    record Found(PictureFormat format, Size size) {}

    PictureFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** The size, or null if the bytes are no picture of this format; throws where they end too soon. */
    abstract @Nullable Size sizeOf(ByteBuffer bytes);

    static Optional<Found> of(byte[] content) {
        return Arrays.stream(values())
                .flatMap(format -> format.found(content).stream())
                .findFirst();
    }

    private Optional<Found> found(byte[] content) {
        try {
            return Optional.ofNullable(sizeOf(ByteBuffer.wrap(content))).map(size -> new Found(this, size));
        } catch (IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    /** All markers from C0 to CF but those of Huffman tables, of arithmetic coding, and the reserved one. */
    private static boolean isStartOfFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static int text(String four) {
        return ByteBuffer.wrap(four.getBytes(StandardCharsets.US_ASCII)).getInt();
    }
}
