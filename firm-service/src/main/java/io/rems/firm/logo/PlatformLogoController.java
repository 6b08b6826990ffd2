package io.rems.firm.logo;

import io.rems.platform.access.Caller;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.PlatformAdministratorOnly;
import io.rems.platform.database.Transactions;
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

/** The logo of any firm, for the operator who brings a customer on board before anybody of the firm has come. */
@RestController
@RequestMapping("/api/v1/platform/firms/{id}/logo")
class PlatformLogoController {
    private final Transactions transactions;
    private final R2dbcLogos logos;
    private final ChangeLogo changeLogo;

    PlatformLogoController(Transactions transactions, R2dbcLogos logos, ChangeLogo changeLogo) {
        this.transactions = transactions;
        this.logos = logos;
        this.changeLogo = changeLogo;
    }

    @PutMapping
    @PlatformAdministratorOnly
    @PictureUpload
    Mono<ResponseEntity<Void>> put(@PathVariable UUID id, ServerHttpRequest request, Caller caller) {
        var expected = Expected.of(request.getHeaders());
        return Pictures.uploaded(request)
                .flatMap(logo -> changeLogo.put(new FirmId(id), caller.actor(), expected, logo))
                .map(Pictures::kept);
    }

    @GetMapping
    @PlatformAdministratorOnly
    Mono<ResponseEntity<byte[]>> get(@PathVariable UUID id, Caller caller) {
        return transactions
                .inFirm(new FirmId(id), caller.actor(), logos.get())
                .map(Pictures::shown)
                .switchIfEmpty(Mono.error(() -> new NotFound("logo of firm", id)));
    }

    @DeleteMapping
    @PlatformAdministratorOnly
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PictureRemoval
    Mono<Void> remove(@PathVariable UUID id, ServerHttpRequest request, Caller caller) {
        return changeLogo.remove(new FirmId(id), caller.actor(), Expected.of(request.getHeaders()));
    }
}
