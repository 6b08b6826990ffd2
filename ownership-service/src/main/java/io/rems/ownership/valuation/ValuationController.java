package io.rems.ownership.valuation;

import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.web.IfMatch;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
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
@RequestMapping("/api/v1/properties/{property}")
class ValuationController {

    private final RecordValuation recordValuation;
    private final ReadValuations readValuations;

    ValuationController(RecordValuation recordValuation, ReadValuations readValuations) {
        this.recordValuation = recordValuation;
        this.readValuations = readValuations;
    }

    record History(List<RecordedValuation> items) {}

    @PostMapping("/valuations")
    @RequiresPermission(Permission.PROPERTY_WRITE)
    Mono<ResponseEntity<RecordedValuation>> record(
            @PathVariable UUID property, @Valid @RequestBody ValuationRequest request) {
        return recordValuation
                .record(request.recorded(property))
                .map(added -> Responses.created(
                        "/api/v1/properties/" + property + "/valuations/"
                                + added.valuation().id(),
                        added.version(),
                        added));
    }

    @PutMapping("/valuations/{id}")
    @RequiresPermission(Permission.PROPERTY_WRITE)
    Mono<ResponseEntity<RecordedValuation>> correct(
            @PathVariable UUID property,
            @PathVariable UUID id,
            IfMatch ifMatch,
            @Valid @RequestBody ValuationRequest request) {
        return recordValuation
                .correct(request.corrected(id, property), ifMatch.version())
                .map(ValuationController::respond);
    }

    @DeleteMapping("/valuations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresPermission(Permission.PROPERTY_WRITE)
    Mono<Void> withdraw(@PathVariable UUID property, @PathVariable UUID id, IfMatch ifMatch) {
        return recordValuation.withdraw(property, id, ifMatch.version());
    }

    @GetMapping("/valuations")
    @RequiresPermission(Permission.PORTFOLIO_READ)
    Mono<Page<RecordedValuation>> valuations(@PathVariable UUID property, ListQuery query) {
        return readValuations.page(property, query);
    }

    @GetMapping("/valuations/{id}")
    @RequiresPermission(Permission.PORTFOLIO_READ)
    Mono<ResponseEntity<RecordedValuation>> valuation(@PathVariable UUID property, @PathVariable UUID id) {
        return readValuations.get(property, id).map(ValuationController::respond);
    }

    /** Every revision, with the time in which it was what is known. */
    @GetMapping("/valuations/{id}/history")
    @RequiresPermission(Permission.PORTFOLIO_READ)
    Mono<History> history(@PathVariable UUID property, @PathVariable UUID id) {
        return readValuations.history(property, id).map(History::new);
    }

    @GetMapping("/value")
    @RequiresPermission(Permission.PORTFOLIO_READ)
    Mono<ResponseEntity<RecordedValuation>> inForce(
            @PathVariable UUID property,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        return readValuations.inForce(property, asOf, knownAt).map(ValuationController::respond);
    }

    private static ResponseEntity<RecordedValuation> respond(RecordedValuation valuation) {
        return Responses.withVersion(valuation.version(), valuation);
    }
}
