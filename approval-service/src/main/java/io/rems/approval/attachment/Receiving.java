package io.rems.approval.attachment;

import io.rems.platform.problem.Problem;
import io.rems.platform.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/**
 * A file while it comes in: counted, hashed and put on disk. One that is too large is read to its end and dropped:
 * whoever is cut off while he is sending does not hear why. How much that can be is the gateway's to bound.
 */
final class Receiving implements Closeable {

    /** More than that no type is told by. */
    private static final int HEAD = 64 * 1024;

    private final DataSize largest;
    private final Path file;
    private final WritableByteChannel channel;
    private final MessageDigest digest;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private long size;
    private boolean handedOver;

    private Receiving(DataSize largest, Path file, WritableByteChannel channel, MessageDigest digest) {
        this.largest = largest;
        this.file = file;
        this.channel = channel;
        this.digest = digest;
    }

    static Receiving begin(DataSize largest) throws IOException {
        var file = Files.createTempFile("rems-attachment-", null);
        return new Receiving(largest, file, Files.newByteChannel(file, StandardOpenOption.WRITE), sha256());
    }

    void take(byte[] piece) {
        size += piece.length;
        try {
            if (!isTooLarge()) {
                keep(piece);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Received end() throws IOException {
        if (isTooLarge()) {
            throw new ProblemException(Problem.of(
                    HttpStatus.CONTENT_TOO_LARGE, "TOO_LARGE", "A file has at most " + largest.toMegabytes() + " MB."));
        }
        channel.close();
        handedOver = true;
        return Received.of(file, size, head.toByteArray(), HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public void close() {
        try {
            channel.close();
            if (!handedOver) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(byte[] bytes) throws IOException {
        head.write(bytes, 0, Math.min(bytes.length, HEAD - head.size()));
        digest.update(bytes);
        var left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }

    private boolean isTooLarge() {
        return size > largest.toBytes();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK knows SHA-256", e);
        }
    }
}
