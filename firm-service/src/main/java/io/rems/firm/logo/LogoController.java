package io.rems.firm.logo;

import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.problem.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.time.Duration;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The logo of the caller's own firm, as the bytes of a picture. What the client calls its type does not matter. */
@RestController
@RequestMapping("/api/v1/firms/{id}/logo")
class LogoController {
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final String NOTHING_BUT_A_PICTURE = "default-src 'none'; sandbox";

    private final R2dbcLogos logos;
    private final ChangeLogo changeLogo;

    LogoController(R2dbcLogos logos, ChangeLogo changeLogo) {
        this.logos = logos;
        this.changeLogo = changeLogo;
    }

    @PutMapping
    @RequiresPermission(Permission.FIRM_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = "image/jpeg",
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(mediaType = "image/webp", schema = @Schema(type = "string", format = "binary"))
                            }))
    Mono<Void> put(@PathVariable UUID id, ServerHttpRequest request, Caller caller) {
        requireOwn(id, caller);
        return DataBufferUtils.join(request.getBody(), Logo.LARGEST)
                .map(LogoController::bytes)
                .defaultIfEmpty(new byte[0])
                .map(Logo::of)
                .flatMap(changeLogo::put);
    }

    @GetMapping
    @RequiresPermission(Permission.FIRM_READ)
    Mono<ResponseEntity<byte[]>> get(@PathVariable UUID id, Caller caller) {
        requireOwn(id, caller);
        return logos.get()
                .map(LogoController::picture)
                .switchIfEmpty(Mono.error(() -> new NotFound("logo of firm", id)));
    }

    @DeleteMapping
    @RequiresPermission(Permission.FIRM_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(@PathVariable UUID id, Caller caller) {
        requireOwn(id, caller);
        return changeLogo.remove();
    }

    private static ResponseEntity<byte[]> picture(Logo logo) {
        var shown = ContentDisposition.inline().filename(logo.fileName()).build();
        return ResponseEntity.ok()
                .eTag('"' + logo.tag() + '"')
                .cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
                .contentType(MediaType.parseMediaType(logo.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, shown.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", NOTHING_BUT_A_PICTURE)
                .body(logo.content());
    }

    private static void requireOwn(UUID id, Caller caller) {
        if (!id.equals(caller.firm().value())) {
            throw new NotFound("firm", id);
        }
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
