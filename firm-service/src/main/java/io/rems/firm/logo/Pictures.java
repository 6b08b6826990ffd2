package io.rems.firm.logo;

import java.time.Duration;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** Logos as bytes over HTTP. */
final class Pictures {
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final String NOTHING_BUT_A_PICTURE = "default-src 'none'; sandbox";

    private Pictures() {}

    static Mono<Logo> uploaded(ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody(), Logo.LARGEST)
                .map(Pictures::bytes)
                .defaultIfEmpty(new byte[0])
                .map(Logo::of);
    }

    static ResponseEntity<Void> kept(Logo logo) {
        return ResponseEntity.noContent().eTag(tag(logo)).build();
    }

    static ResponseEntity<byte[]> shown(Logo logo) {
        var name = ContentDisposition.inline().filename(logo.fileName()).build();
        return ResponseEntity.ok()
                .eTag(tag(logo))
                .cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
                .contentType(MediaType.parseMediaType(logo.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", NOTHING_BUT_A_PICTURE)
                .body(logo.content());
    }

    private static String tag(Logo logo) {
        return '"' + logo.tag() + '"';
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
