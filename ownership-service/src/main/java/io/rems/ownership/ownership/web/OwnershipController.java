package io.rems.ownership.ownership.web;

import io.rems.ownership.ownership.ReadOwnership;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.web.Responses;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1")
class OwnershipController {

    private final ReadOwnership readOwnership;

    OwnershipController(ReadOwnership readOwnership) {
        this.readOwnership = readOwnership;
    }

    @GetMapping("/properties/{property}/ownership")
    @RequiresPermission(Permission.OWNERSHIP_READ)
    Mono<ResponseEntity<OwnershipView>> ownership(
            @PathVariable UUID property, @RequestParam(required = false) @Nullable LocalDate asOf) {
        var held = new PropertyId(property);
        return readOwnership
                .asOf(held, Days.knownIfGiven("asOf", asOf))
                .map(found -> Responses.withVersion(found.version(), OwnershipView.of(held, found)));
    }

    @GetMapping("/owners/{owner}/portfolio")
    @RequiresPermission(Permission.PORTFOLIO_READ)
    Mono<PortfolioView> portfolio(@PathVariable UUID owner, @RequestParam(required = false) @Nullable LocalDate asOf) {
        return readOwnership.portfolio(owner, Days.knownIfGiven("asOf", asOf)).map(PortfolioView::of);
    }
}
