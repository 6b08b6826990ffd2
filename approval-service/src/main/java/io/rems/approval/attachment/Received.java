package io.rems.approval.attachment;

import io.rems.platform.problem.Problem;
import io.rems.platform.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Collects a file as it comes in. One that is too large is read to its end and dropped: whoever is cut off while he is
 * sending does not hear why. How much that can be is the gateway's to bound.
 */
final class Received {

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final DataSize largest;
    private long size;

    private Received(DataSize largest) {
        this.largest = largest;
    }

    static Mono<byte[]> of(Flux<DataBuffer> body, DataSize largest) {
        return body.reduceWith(() -> new Received(largest), Received::with).map(Received::bytes);
    }

    private Received with(DataBuffer part) {
        var bytes = new byte[part.readableByteCount()];
        part.read(bytes);
        DataBufferUtils.release(part);
        size += bytes.length;
        if (size <= largest.toBytes()) {
            kept.writeBytes(bytes);
        }
        return this;
    }

    private byte[] bytes() {
        if (size > largest.toBytes()) {
            throw new ProblemException(Problem.of(
                    HttpStatus.CONTENT_TOO_LARGE, "TOO_LARGE", "A file has at most " + largest.toMegabytes() + " MB."));
        }
        return kept.toByteArray();
    }
}
