package io.rems.ownership.ownership.web;

import io.rems.ownership.ownership.ChangePeriods;
import io.rems.ownership.ownership.ReadOwnership;
import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.ownership.ownership.domain.PeriodId;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.web.IfMatch;
import io.rems.platform.web.Responses;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/properties/{property}/ownership-periods")
class PeriodController {

    private final ChangePeriods changePeriods;
    private final ReadOwnership readOwnership;

    PeriodController(ChangePeriods changePeriods, ReadOwnership readOwnership) {
        this.changePeriods = changePeriods;
        this.readOwnership = readOwnership;
    }

    @PostMapping
    @RequiresPermission(Permission.OWNERSHIP_WRITE)
    Mono<ResponseEntity<PeriodView>> add(@PathVariable UUID property, @Valid @RequestBody PeriodRequest request) {
        var held = new PropertyId(property);
        return changePeriods
                .add(held, request.period())
                .map(period -> Responses.created(
                        "/api/v1/properties/" + property + "/ownership-periods/"
                                + period.id().value(),
                        period.revision(),
                        PeriodView.of(held, period)));
    }

    @PostMapping("/{id}/end")
    @RequiresPermission(Permission.OWNERSHIP_WRITE)
    Mono<ResponseEntity<PeriodView>> end(
            @PathVariable UUID property,
            @PathVariable UUID id,
            IfMatch ifMatch,
            @Valid @RequestBody EndRequest request) {
        var held = new PropertyId(property);
        return changePeriods
                .end(held, new PeriodId(id), ifMatch.version(), Days.known("on", request.on()))
                .map(period -> respond(held, period));
    }

    @Operation(summary = "Correct a period", description = """
                    The whole period as it should have been recorded; everything may change but its id. What was known \
                    before stays readable with `knownAt`.""")
    @PutMapping("/{id}")
    @RequiresPermission(Permission.OWNERSHIP_WRITE)
    Mono<ResponseEntity<PeriodView>> correct(
            @PathVariable UUID property,
            @PathVariable UUID id,
            IfMatch ifMatch,
            @Valid @RequestBody CorrectionRequest request) {
        var held = new PropertyId(property);
        return changePeriods
                .correct(held, request.period(id), ifMatch.version(), request.reason())
                .map(period -> respond(held, period));
    }

    @Operation(summary = "Annul a period", description = """
                    For one that should never have been recorded; a share that is given up is ended. What was known \
                    before stays readable with `knownAt`.""")
    @PostMapping("/{id}/annulment")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresPermission(Permission.OWNERSHIP_WRITE)
    Mono<Void> annul(
            @PathVariable UUID property,
            @PathVariable UUID id,
            IfMatch ifMatch,
            @Valid @RequestBody AnnulmentRequest request) {
        return changePeriods.annul(new PropertyId(property), new PeriodId(id), ifMatch.version(), request.reason());
    }

    @GetMapping("/{id}")
    @RequiresPermission(Permission.OWNERSHIP_READ)
    Mono<ResponseEntity<PeriodView>> period(@PathVariable UUID property, @PathVariable UUID id) {
        var held = new PropertyId(property);
        return readOwnership.period(held, new PeriodId(id)).map(period -> respond(held, period));
    }

    /** All periods of a property, which are few. */
    record Periods(List<PeriodView> items) {}

    @GetMapping
    @RequiresPermission(Permission.OWNERSHIP_READ)
    Mono<Periods> periods(@PathVariable UUID property, @RequestParam(required = false) @Nullable Instant knownAt) {
        var held = new PropertyId(property);
        return readOwnership
                .periods(held, Days.instant(knownAt))
                .map(periods -> new Periods(periods.stream()
                        .map(period -> PeriodView.of(held, period))
                        .toList()));
    }

    private static ResponseEntity<PeriodView> respond(PropertyId property, OwnershipPeriod period) {
        return Responses.withVersion(period.revision(), PeriodView.of(property, period));
    }
}
