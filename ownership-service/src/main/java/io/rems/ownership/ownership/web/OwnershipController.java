package io.rems.ownership.ownership.web;

import io.rems.ownership.ownership.AssignTable;
import io.rems.ownership.ownership.HeldOn;
import io.rems.ownership.ownership.ReadOwnership;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.web.IfMatch;
import io.rems.platform.web.Responses;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
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

    @Operation(summary = "Who holds a property", description = """
                    On a day, today without `asOf`; with `knownAt` as it was known at that instant, which is the same \\
                    answer ever after and not later than now. The ETag is the version that a change names.""")
    @GetMapping("/properties/{property}/ownership")
    @RequiresPermission(Permission.OWNERSHIP_READ)
    Mono<ResponseEntity<OwnershipView>> ownership(
            @PathVariable UUID property,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        var held = new PropertyId(property);
        return readOwnership.asOf(held, Days.moment(asOf, knownAt)).map(found -> respond(held, found));
    }

    @Operation(summary = "Assign a whole table", description = """
                    Says who holds the property from a day on, up to `until` where it is given: nobody else holds \\
                    anything then, an empty list leaves all to the firm, and what is before and after stays. Who holds \\
                    already what the table says keeps his period as it is. `If-Match` names the version of the \\
                    property's ownership, the ETag of this address.""")
    @PutMapping("/properties/{property}/ownership")
    @RequiresPermission(Permission.OWNERSHIP_WRITE)
    Mono<ResponseEntity<OwnershipView>> assign(
            @PathVariable UUID property, IfMatch ifMatch, @Valid @RequestBody TableRequest request) {
        var held = new PropertyId(property);
        return assignTable.assign(held, ifMatch.version(), request.table()).map(found -> respond(held, found));
    }

    @Operation(
            summary = "How a property is held",
            description = "Assigned and the firm's part, which are the whole, and by how many; without the holders.")
    @GetMapping("/properties/{property}/ownership/summary")
    @RequiresPermission(Permission.OWNERSHIP_READ)
    Mono<SummaryView> summary(
            @PathVariable UUID property,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        var held = new PropertyId(property);
        return readOwnership.asOf(held, Days.moment(asOf, knownAt)).map(found -> SummaryView.of(held, found));
    }

    @Operation(summary = "What an owner holds", description = """
                    On a day, today without `asOf`, with `knownAt` as it was known then. Each property is valued by its \\
                    last valuation up to the day; the owner's part is computed exactly and rounded once, half up, to the \\
                    currency's minor unit; the total is the sum of the parts. Who was merged into another entry holds \
                    nothing on any day: `mergedInto` is the one to ask; with a `knownAt` before the merger the answer is as \
                    it was then.""")
    @GetMapping("/owners/{owner}/portfolio")
    @RequiresPermission(Permission.PORTFOLIO_READ)
    Mono<PortfolioView> portfolio(
            @PathVariable UUID owner,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        return readOwnership.portfolio(owner, Days.moment(asOf, knownAt)).map(PortfolioView::of);
    }

    private static ResponseEntity<OwnershipView> respond(PropertyId property, HeldOn found) {
        return Responses.withVersion(found.version(), OwnershipView.of(property, found));
    }
}
