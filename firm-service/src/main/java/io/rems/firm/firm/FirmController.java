package io.rems.firm.firm;

import io.rems.platform.access.Caller;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.problem.NotFound;
import io.rems.platform.web.IfMatch;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The caller's own firm; any other does not exist for him. */
@RestController
@RequestMapping("/api/v1/firms")
class FirmController {
    private final R2dbcFirms firms;
    private final ChangeFirmProfile changeFirmProfile;

    FirmController(R2dbcFirms firms, ChangeFirmProfile changeFirmProfile) {
        this.firms = firms;
        this.changeFirmProfile = changeFirmProfile;
    }

    @GetMapping("/{id}")
    @RequiresPermission(Permission.FIRM_READ)
    Mono<ResponseEntity<FirmView>> byId(@PathVariable UUID id) {
        return firms.own(new FirmId(id))
                .map(firm -> Responses.withVersion(firm.version(), FirmView.of(firm)))
                .switchIfEmpty(Mono.error(() -> new NotFound("firm", id)));
    }

    @PutMapping("/{id}")
    @RequiresPermission(Permission.FIRM_WRITE)
    Mono<ResponseEntity<FirmView>> change(
            @PathVariable UUID id, IfMatch ifMatch, @Valid @RequestBody FirmRequest request, Caller caller) {
        if (!id.equals(caller.firm().value())) {
            throw new NotFound("firm", id);
        }
        return changeFirmProfile
                .change(caller.firm(), ifMatch.version(), request)
                .map(firm -> Responses.withVersion(firm.version(), FirmView.of(firm)));
    }
}
