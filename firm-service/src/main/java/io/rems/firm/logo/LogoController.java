package io.rems.firm.logo;

import io.rems.platform.access.Caller;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.problem.NotFound;
import java.util.UUID;
import org.springframework.http.HttpStatus;
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
    private final R2dbcLogos logos;
    private final ChangeLogo changeLogo;

    LogoController(R2dbcLogos logos, ChangeLogo changeLogo) {
        this.logos = logos;
        this.changeLogo = changeLogo;
    }

    @PutMapping
    @RequiresPermission(Permission.FIRM_WRITE)
    @PictureUpload
    Mono<ResponseEntity<Void>> put(@PathVariable UUID id, ServerHttpRequest request, Caller caller) {
        requireOwn(id, caller);
        var expected = Expected.of(request.getHeaders());
        return Pictures.uploaded(request)
                .flatMap(logo -> changeLogo.put(caller.firm(), caller.actor(), expected, logo))
                .map(Pictures::kept);
    }

    @GetMapping
    @RequiresPermission(Permission.FIRM_READ)
    Mono<ResponseEntity<byte[]>> get(@PathVariable UUID id, Caller caller) {
        requireOwn(id, caller);
        return logos.get().map(Pictures::shown).switchIfEmpty(Mono.error(() -> new NotFound("logo of firm", id)));
    }

    @DeleteMapping
    @RequiresPermission(Permission.FIRM_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PictureRemoval
    Mono<Void> remove(@PathVariable UUID id, ServerHttpRequest request, Caller caller) {
        requireOwn(id, caller);
        return changeLogo.remove(caller.firm(), caller.actor(), Expected.of(request.getHeaders()));
    }

    private static void requireOwn(UUID id, Caller caller) {
        if (!new FirmId(id).equals(caller.firm())) {
            throw new NotFound("firm", id);
        }
    }
}
