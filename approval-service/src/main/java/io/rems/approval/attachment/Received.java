package io.rems.approval.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.Tika;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A file that was sent, on disk until it is kept or refused, so that however many are sent at once, little of them is in
 * memory.
 *
 * @param mediaType what its bytes are
 * @param sha256 of its bytes, in hexadecimal digits
 */
record Received(Path file, long size, String mediaType, String sha256) {

    private static final Tika TIKA = new Tika();

    /** How many pieces of it wait in memory for the disk. */
    private static final int AHEAD = 4;

    /** Whoever asked for it discards it in the end. */
    static Mono<Received> of(Flux<DataBuffer> body, DataSize largest) {
        return Mono.usingWhen(
                Mono.fromCallable(() -> Receiving.begin(largest)).subscribeOn(Schedulers.boundedElastic()),
                receiving -> body.map(Received::copied)
                        .publishOn(Schedulers.boundedElastic(), AHEAD)
                        .doOnNext(receiving::take)
                        .then(Mono.fromCallable(receiving::end)),
                receiving -> Mono.fromRunnable(receiving::close));
    }

    static Received of(Path file, long size, byte[] head, String sha256) {
        return new Received(file, size, TIKA.detect(head), sha256);
    }

    /** So many bytes from there on, fewer at its end. */
    Mono<byte[]> part(long from, int length) {
        return Mono.fromCallable(() -> read(from, length)).subscribeOn(Schedulers.boundedElastic());
    }

    Mono<Void> discard() {
        return Mono.fromCallable(() -> Files.deleteIfExists(file))
                .subscribeOn(Schedulers.boundedElastic())
                .then();
    }

    /** Network buffers do not leave their thread. */
    private static byte[] copied(DataBuffer piece) {
        var bytes = new byte[piece.readableByteCount()];
        piece.read(bytes);
        DataBufferUtils.release(piece);
        return bytes;
    }

    private byte[] read(long from, int length) throws IOException {
        var bytes = ByteBuffer.allocate(Math.toIntExact(Math.min(length, size - from)));
        try (var channel = FileChannel.open(file)) {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, from + bytes.position()) < 0) {
                    throw new IOException("The file that was received has lost its end");
                }
            }
        }
        return bytes.array();
    }
}
