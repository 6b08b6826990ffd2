package io.rems.ownership.property;

import io.rems.ownership.property.CreateUnits.Plan;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Many units of a building at once. */
@RestController
@RequestMapping("/api/v1/properties/{property}/units")
class BulkController {

    private static final String HOW = """
            Units that are alike but for their numbers: `unitsPerFloor` on each floor from `firstFloor` to `lastFloor`, at most
            2,000. The pattern makes a number of each: `{floor}` is the floor, `{ff}` with two digits at least; `{n}`, `{nn}`,
            `{nnn}` count the units of a floor with so many digits at least, from `firstUnit` (1) on; `{letter}`, `{Letter}`
            count them as a, b ... z, aa or A, B ... Z, AA. `{floor}{nn}` makes 101, 102 ... 201.""";

    private final CreateUnits createUnits;

    BulkController(CreateUnits createUnits) {
        this.createUnits = createUnits;
    }

    record Created(int count, List<Made> items) {}

    /** Enough to go on with; two thousand whole units would be too much of an answer. */
    record Made(UUID id, String number) {}

    @PostMapping("/bulk")
    @ResponseStatus(HttpStatus.CREATED)
    @RequiresPermission(Permission.PROPERTY_BULK)
    @Operation(description = HOW + " All are created, or none: 409 `DUPLICATE` names every number that is in use.")
    Mono<Created> create(@PathVariable UUID property, @Valid @RequestBody BulkRequest request) {
        return createUnits
                .create(property, request)
                .map(units -> units.stream()
                        .map(unit -> new Made(unit.id(), unit.number()))
                        .toList())
                .map(made -> new Created(made.size(), made));
    }

    @PostMapping("/bulk-preview")
    @RequiresPermission(Permission.PROPERTY_BULK)
    @Operation(description = HOW + " Tells what would be created and which numbers are in use, and leaves no trace.")
    Mono<Plan> preview(@PathVariable UUID property, @Valid @RequestBody BulkRequest request) {
        return createUnits.plan(property, request);
    }
}
