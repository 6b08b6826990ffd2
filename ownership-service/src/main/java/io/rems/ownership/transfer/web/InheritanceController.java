package io.rems.ownership.transfer.web;

import io.rems.ownership.transfer.InheritPortfolio;
import io.rems.ownership.transfer.InheritanceView;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1")
class InheritanceController {

    private final InheritPortfolio inheritPortfolio;

    InheritanceController(InheritPortfolio inheritPortfolio) {
        this.inheritPortfolio = inheritPortfolio;
    }

    @Operation(summary = "Let heirs inherit all that an owner holds", description = """
                    One transfer for each property, all or none: of every share that he holds on the day or later, each \
                    heir gets his fraction, such as `1/8`, exactly. The fractions add up to the whole, else 409 \
                    `SHARES_DIFFER`; 409 `NOTHING_TO_INHERIT`, `TRANSFER_TO_GIVER`, `SHARE_TOO_FINE`; 422 where an heir \
                    is unknown.""")
    @PostMapping("/owners/{id}/inheritance")
    @RequiresPermission(Permission.TRANSFER_WRITE)
    Mono<ResponseEntity<InheritanceView>> inherit(
            @PathVariable UUID id, @Valid @RequestBody InheritanceRequest request) {
        return inheritPortfolio
                .inherit(request.of(id))
                .map(inherited -> ResponseEntity.created(URI.create("/api/v1/inheritances/" + inherited.id()))
                        .body(inherited));
    }

    @GetMapping("/inheritances/{id}")
    @RequiresPermission(Permission.TRANSFER_READ)
    Mono<InheritanceView> inheritance(@PathVariable UUID id) {
        return inheritPortfolio.inheritance(id);
    }
}
