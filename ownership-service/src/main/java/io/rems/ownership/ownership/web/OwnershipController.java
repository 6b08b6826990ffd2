package io.rems.ownership.ownership.web;

import io.rems.ownership.ownership.AssignTable;
import io.rems.ownership.ownership.ReadOwnership;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.web.IfMatch;
import io.rems.platform.web.Responses;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1")
class OwnershipController {

    private final AssignTable assignTable;
    private final ReadOwnership readOwnership;

    OwnershipController(AssignTable assignTable, ReadOwnership readOwnership) {
        this.assignTable = assignTable;
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

    @Operation(summary = "Assign a whole table", description = """
                    Says who holds the property from a day on, up to `until` where it is given: nobody else holds \
                    anything then, an empty list leaves all to the firm, and what is before and after stays. Who holds \
                    already what the table says keeps his period as it is. `If-Match` names the version of the \
                    property's ownership, the ETag of this address.""")
    @PutMapping("/properties/{property}/ownership")
    @RequiresPermission(Permission.OWNERSHIP_WRITE)
    Mono<ResponseEntity<OwnershipView>> assign(
            @PathVariable UUID property, IfMatch ifMatch, @Valid @RequestBody TableRequest request) {
        var held = new PropertyId(property);
        return assignTable
                .assign(held, ifMatch.version(), request.table())
                .map(found -> Responses.withVersion(found.version(), OwnershipView.of(held, found)));
    }

    @Operation(
            summary = "What remains to assign",
            description = "From a day on, today without one, and up to `to`: the part that nobody was given.")
    @GetMapping("/properties/{property}/ownership/remainder")
    @RequiresPermission(Permission.OWNERSHIP_READ)
    Mono<Remainders> remainder(
            @PathVariable UUID property,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return readOwnership
                .remainder(new PropertyId(property), Days.knownIfGiven("from", from), Days.knownIfGiven("to", to))
                .map(remainders -> new Remainders(
                        remainders.stream().map(RemainderView::of).toList()));
    }

    /** One interval after the other, without a gap. */
    record Remainders(List<RemainderView> items) {}

    @GetMapping("/owners/{owner}/portfolio")
    @RequiresPermission(Permission.PORTFOLIO_READ)
    Mono<PortfolioView> portfolio(@PathVariable UUID owner, @RequestParam(required = false) @Nullable LocalDate asOf) {
        return readOwnership.portfolio(owner, Days.knownIfGiven("asOf", asOf)).map(PortfolioView::of);
    }
}
