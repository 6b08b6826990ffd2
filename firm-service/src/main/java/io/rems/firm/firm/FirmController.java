package io.rems.firm.firm;

import io.rems.platform.access.FirmId;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.problem.NotFound;
import io.rems.platform.web.Responses;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The caller's own firm; any other does not exist for him. */
@RestController
@RequestMapping("/api/v1/firms")
class FirmController {
    private final R2dbcFirms firms;

    FirmController(R2dbcFirms firms) {
        this.firms = firms;
    }

    @GetMapping("/{id}")
    @RequiresPermission(Permission.FIRM_READ)
    Mono<ResponseEntity<FirmView>> byId(@PathVariable UUID id) {
        return firms.own(new FirmId(id))
                .map(firm -> Responses.withVersion(firm.version(), FirmView.of(firm)))
                .switchIfEmpty(Mono.error(() -> new NotFound("firm", id)));
    }
}
