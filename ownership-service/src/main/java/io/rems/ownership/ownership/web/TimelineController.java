package io.rems.ownership.ownership.web;

import io.rems.ownership.ownership.ReadTimeline;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/properties/{property}/ownership")
class TimelineController {

    private final ReadTimeline readTimeline;

    TimelineController(ReadTimeline readTimeline) {
        this.readTimeline = readTimeline;
    }

    @Operation(summary = "The ownership of a property over all time", description = """
                    Who holds it on each interval, the firm's part included, and each revision of each period: when, by \\
                    whom and why it was recorded, and when, by whom and why it ceased to count. With `knownAt` both as \\
                    they were known at that instant. An owner is shown the days of his ownership and his own periods.""")
    @GetMapping("/timeline")
    @RequiresPermission(Permission.OWNERSHIP_READ)
    Mono<TimelineView> timeline(
            @PathVariable UUID property, @RequestParam(required = false) @Nullable Instant knownAt) {
        var held = new PropertyId(property);
        return readTimeline.of(held, Days.instant(knownAt)).map(timeline -> TimelineView.of(held, timeline));
    }

    /** One interval after the other, without a gap. */
    record Remainders(List<RemainderView> items) {}

    @Operation(
            summary = "What remains to assign",
            description = "From a day on, today without one, and up to `to`: the part that nobody was given.")
    @GetMapping("/remainder")
    @RequiresPermission(Permission.OWNERSHIP_READ)
    Mono<Remainders> remainder(
            @PathVariable UUID property,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return readTimeline
                .remainder(new PropertyId(property), Days.knownIfGiven("from", from), Days.knownIfGiven("to", to))
                .map(remainders -> new Remainders(
                        remainders.stream().map(RemainderView::of).toList()));
    }
}
