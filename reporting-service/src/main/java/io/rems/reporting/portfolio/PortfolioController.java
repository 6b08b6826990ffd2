package io.rems.reporting.portfolio;

import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.access.Role;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.PermissionDenied;
import io.rems.platform.web.ListQuery;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class PortfolioController {
    private final R2dbcPortfolios portfolios;

    PortfolioController(R2dbcPortfolios portfolios) {
        this.portfolios = portfolios;
    }

    @GetMapping("/api/v1/reports/owner-portfolio")
    @RequiresPermission(Permission.PORTFOLIO_READ)
    Mono<OwnerPortfolio> portfolio(
            @RequestParam @Nullable UUID ownerId,
            @RequestParam @Nullable LocalDate date,
            ListQuery query,
            Caller caller) {
        return portfolios.of(whose(ownerId, caller), date, query);
    }

    /** An owner's own, and no other's; for staff, the one that they name. */
    private static UUID whose(@Nullable UUID asked, Caller caller) {
        UUID own = caller.ownerId();
        if (caller.hasRole(Role.OWNER)) {
            if (own == null) {
                throw new PermissionDenied();
            }
            if (asked != null && !asked.equals(own)) {
                throw new NotFound("owner", asked);
            }
            return own;
        }
        if (asked == null) {
            throw new InvalidRequest("ownerId", "REQUIRED", "Say whose portfolio: ?ownerId=");
        }
        return asked;
    }
}
